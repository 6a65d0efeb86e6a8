import {
  aggregateWords,
  attributeWords,
  beginsDeclaration,
  isKeyword,
  qualifierWords,
  typeWords,
} from '../tokens/keywords.ts';
import { closingParenthesis } from '../tokens/parentheses.ts';
import { isPunctuator, type Token, tokenText } from '../tokens/token.ts';
import { collapse, isWordPart, type Part, splitAtCommas } from '../tokens/token-groups.ts';
import type { Annotations } from './annotations.ts';
import { isMacroCased } from './declarator.ts';

/** A macro call among tokens: the indices of its name and of its closing parenthesis; the opening one is between. */
export type MacroCall = { readonly name: number; readonly close: number };

/**
 * Whether a macro call is the type of what begins with the identifier at token `at` on a later line, as `API(image_t *)`
 * is above `image_open(const char *path);`. A call that ends by itself may stand above another: what follows must be a
 * declaration that has no type but this.
 */
export function isTypeOf(
  text: string,
  tokens: readonly Token[],
  { name, close }: MacroCall,
  at: number,
  annotations: Annotations,
): boolean {
  const argument = typeWordsIn(text, tokens.slice(name + 2, close));
  const declarator = behindAnnotations(text, tokens, at, annotations);
  const [declared, macro] = [wordAt(text, tokens, declarator), wordAt(text, tokens, name)];
  if (!argument || declared === macro || isKeyword(declared)) return false;
  const open = declarator + 1;
  const isCall = isPunctuator(text, tokens[open], '(');
  const list = isCall ? closingParenthesis(text, tokens, open) : open;
  const parameters = isCall ? splitAtCommas(collapse(text, tokens.slice(open + 1, list))) : [];
  if (parameters.some(isValue)) return false;
  if (argument.every(isWordOfTypes)) return true;
  const isNamedLikeMacro = isMacroCased(declared);
  if (!isCall) return !isNamedLikeMacro && [';', '[', '=', ','].some((mark) => isPunctuator(text, tokens[open], mark));
  const isPointer = argument.at(-1) === '*' || annotations.types.has(macro);
  const isEvident = parameters.every(isTyped) ? isPointer || !isNamedLikeMacro : isPointer && !isNamedLikeMacro;
  return isEvident && isDeclaratorEnd(text, tokens, behindComments(tokens, list + 1), annotations);
}

/** The words of an argument that can be a type; null for any other. */
function typeWordsIn(text: string, tokens: readonly Token[]): readonly string[] | null {
  const code = tokens.filter((token) => token.kind !== 'comment');
  if (code.length === 0 || !code.every((token) => token.kind === 'identifier' || isPunctuator(text, token, '*')))
    return null;
  return code.map((token) => tokenText(text, token));
}

function isWordOfTypes(word: string): boolean {
  return word === '*' || typeWords.has(word) || qualifierWords.has(word) || aggregateWords.has(word);
}

/** `3`, `"text"`: no parameter. */
function isValue(parameter: readonly Part[]): boolean {
  return parameter.some(({ token }) => ['number', 'string', 'character'].includes(token.kind));
}

/** A parameter that says its type and perhaps its name; a word alone may be a type, and may be a macro's argument. */
function isTyped(parameter: readonly Part[]): boolean {
  return parameter.some(
    (part, at) =>
      part.word === '...' ||
      (isWordPart(part) && beginsDeclaration(part.word)) ||
      (isWordPart(part) && (isWordPart(parameter[at + 1]) || parameter[at + 1]?.word === '*')),
  );
}

/** The first name from `at` on that decorates nothing behind it. */
function behindAnnotations(text: string, tokens: readonly Token[], from: number, annotations: Annotations): number {
  let at = from;
  for (let words = 0; words < MOST_ANNOTATIONS; words++) {
    const next = endOfAnnotation(text, tokens, at, annotations);
    if (tokens[next]?.kind !== 'identifier') return at;
    at = next;
  }
  return at;
}

/** Whether a declarator is complete before token `from`: what decorates it may follow, then `;`, a comma or a body. */
export function isDeclaratorEnd(
  text: string,
  tokens: readonly Token[],
  from: number,
  annotations: Annotations,
): boolean {
  let at = from;
  for (let words = 0; words < MOST_ANNOTATIONS; words++) {
    if ([';', ',', '{'].some((mark) => isPunctuator(text, tokens[at], mark))) return true;
    const next = endOfAnnotation(text, tokens, at, annotations);
    if (next === at) return false;
    at = next;
  }
  return false;
}

/** The index behind the annotation, or what is named like one, at token `at`; `at` itself where none stands there. */
function endOfAnnotation(text: string, tokens: readonly Token[], at: number, annotations: Annotations): number {
  const word = wordAt(text, tokens, at);
  if (tokens[at]?.kind !== 'identifier') return at;
  if (!attributeWords.has(word) && !annotations.known.has(word) && !isMacroCased(word)) return at;
  const end = isPunctuator(text, tokens[at + 1], '(') ? closingParenthesis(text, tokens, at + 1) : at;
  return behindComments(tokens, end + 1);
}

function behindComments(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.kind === 'comment') at++;
  return at;
}

/** At one declarator; a table of macro calls is not searched to its end for each of them. */
const MOST_ANNOTATIONS = 8;

function wordAt(text: string, tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token ? tokenText(text, token) : '';
}
