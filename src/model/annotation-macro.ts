import { parseDirective } from '../parse/directive.ts';
import { attributeWords, isKeyword, storageWords } from '../parse/keywords.ts';
import { type Token, tokenText } from '../parse/token.ts';

/**
 * The name that a directive defines, when its expansion is empty or made of attributes and storage classes alone, so
 * that it can decorate a declaration. Keywords never count: some systems define `const` away.
 */
export function annotationDefined(text: string, token: Token): string | null {
  const directive = parseDirective(text, token);
  if (directive.kind !== 'define' || isKeyword(directive.name)) return null;
  return annotationBody(text, directive.body)?.length === 0 ? directive.name : null;
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

/** Past a parenthesised run at `from`; `from` itself where there is none. */
function skipParentheses(text: string, tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    const word = token ? tokenText(text, token) : '';
    if (word === '(') depth++;
    if (word === ')') depth--;
    if (depth === 0) return word === ')' ? at + 1 : from;
  }
  return from;
}
