import { lex } from '../tokens/lex.ts';
import { isPunctuator, type Token, tokenText } from '../tokens/token.ts';

/** The words of `_Pragma("…")` (C17 6.10.9), which is what `#pragma …` is, and the index behind it and its `;`. */
export type PragmaOperator = { readonly words: readonly string[]; readonly end: number };

export function readPragmaOperator(text: string, tokens: readonly Token[], at: number): PragmaOperator | null {
  const first = tokens[at];
  if (!first || !text.startsWith('_Pragma', first.start)) return null;
  const [name, open, literal, close, semicolon] = tokens.slice(at, at + 5);
  if (!name || tokenText(text, name) !== '_Pragma' || !isPunctuator(text, open, '(')) return null;
  if (literal?.kind !== 'string' || !isPunctuator(text, close, ')')) return null;
  const written = text.slice(literal.start, literal.end).replace(/^[^"]*"|"$/g, '');
  const content = written.replaceAll(/\\(["\\])/g, '$1');
  const words = lex(content).map((token) => tokenText(content, token));
  return { words, end: at + (isPunctuator(text, semicolon, ';') ? 5 : 4) };
}
