import { isPunctuator, type Token } from './token.ts';

/** The index of the `)` that closes the `(` at index `open`; the number of tokens when there is none. */
export function closingParenthesis(text: string, tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (isPunctuator(text, tokens[at], '(')) depth++;
    if (isPunctuator(text, tokens[at], ')') && --depth === 0) return at;
  }
  return tokens.length;
}
