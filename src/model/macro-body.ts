import type { Directive } from '../parse/tokens/directive.ts';
import { attributeWords, isKeyword, qualifierWords, storageWords } from '../parse/tokens/keywords.ts';
import { isPunctuator, type Token, tokenText } from '../parse/tokens/token.ts';

export type Definition = Extract<Directive, { kind: 'define' }>;

/** What the definition of a macro says of its calls. Other macros are named, to be looked up. */
export type MacroBody = {
  /** The macros that it consists of besides attributes and storage classes; null when there is anything else in it. */
  readonly decorates: readonly string[] | null;
  /** A call is its argument as a type (`#define API(type) extern type`), if these macros are too; null: it is not. */
  readonly type: readonly string[] | null;
  /** `{ … }`: a call can be the braces of a type. */
  readonly isBraces: boolean;
  /** Whether a call is a whole declaration: `closed` by a last `;` or `}`, or as the macro is that it ends with. */
  readonly end: 'closed' | 'open' | { readonly macro: string };
};

export function macroBody(text: string, definition: Definition): MacroBody {
  return {
    decorates: annotationBody(text, definition.body)?.map((token) => tokenText(text, token)) ?? null,
    type: typeBody(text, definition),
    isBraces: isBraces(text, definition),
    end: endOf(text, definition),
  };
}

/**
 * The identifiers, to be looked up as macros, that a body consists of besides attributes and storage classes; null when
 * there is anything else in it.
 */
export function annotationBody(text: string, body: readonly Token[]): readonly Token[] | null {
  const macros: Token[] = [];
  let at = 0;
  while (at < body.length) {
    const token = body[at];
    const word = token ? tokenText(text, token) : '';
    const decorates = attributeWords.has(word) || storageWords.has(word);
    if (!token || (!decorates && (token.kind !== 'identifier' || isKeyword(word)))) return null;
    if (!decorates) macros.push(token);
    at = storageWords.has(word) ? at + 1 : skipParentheses(text, body, at + 1);
  }
  return macros;
}

/** `extern type`, `VISIBLE type CALLS`, `IMPORT(type)`: the one parameter once, and what decorates it. */
function typeBody(text: string, { parameters, body }: Definition): readonly string[] | null {
  const [parameter, ...others] = parameters ?? [];
  if (parameter === undefined || parameter === '...' || others.length > 0) return null;
  const isParameter = (token: Token): boolean => tokenText(text, token) === parameter;
  if (body.filter(isParameter).length !== 1) return null;
  const makers: string[] = [];
  for (let at = 0; at < body.length; ) {
    const token = body[at];
    if (!token) break;
    const word = tokenText(text, token);
    const end = isParameter(token) ? at + 1 : skipParentheses(text, body, at + 1);
    const isPlain = token.kind === 'identifier' && (!isKeyword(word) || isSpecifier(word));
    const isLanguage = token.kind === 'string' && at > 0;
    if (!isPlain && !isLanguage && !isPunctuator(text, token, '*')) return null;
    if (body.slice(at + 1, end).some(isParameter)) {
      if (end - at !== 4 || isKeyword(word)) return null;
      makers.push(word);
    }
    at = end;
  }
  return makers;
}

function isBraces(text: string, { body }: Definition): boolean {
  return isPunctuator(text, body[0], '{') && isPunctuator(text, body.at(-1), '}');
}

function isSpecifier(word: string): boolean {
  return storageWords.has(word) || qualifierWords.has(word) || attributeWords.has(word);
}

function endOf(text: string, { parameters, body }: Definition): MacroBody['end'] {
  const last = body.at(-1);
  if (!last) return 'open';
  if ([';', '}', '{'].some((mark) => isPunctuator(text, last, mark))) return 'closed';
  const name = body[isPunctuator(text, last, ')') ? openParenthesis(text, body) - 1 : body.length - 1];
  const word = name?.kind === 'identifier' ? tokenText(text, name) : '';
  if (word === '_Pragma') return 'closed';
  return word === '' || isKeyword(word) || parameters?.includes(word) ? 'open' : { macro: word };
}

/** The index of the parenthesis that the last token closes. */
function openParenthesis(text: string, tokens: readonly Token[]): number {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    if (isPunctuator(text, tokens[at], ')')) depth++;
    if (isPunctuator(text, tokens[at], '(') && --depth === 0) return at;
  }
  return 0;
}

/** Past a parenthesised run at `from`; `from` itself where there is none. */
function skipParentheses(text: string, tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (isPunctuator(text, tokens[at], '(')) depth++;
    if (isPunctuator(text, tokens[at], ')')) depth--;
    if (depth === 0) return isPunctuator(text, tokens[at], ')') ? at + 1 : from;
  }
  return from;
}
