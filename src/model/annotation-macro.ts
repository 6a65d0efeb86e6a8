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
  return isAnnotationBody(text, directive.body) ? directive.name : null;
}

function isAnnotationBody(text: string, body: readonly Token[]): boolean {
  let at = 0;
  while (at < body.length) {
    const token = body[at];
    const word = token ? tokenText(text, token) : '';
    if (!attributeWords.has(word) && !storageWords.has(word)) return false;
    at++;
    if (attributeWords.has(word)) at = skipParentheses(text, body, at);
  }
  return true;
}

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
