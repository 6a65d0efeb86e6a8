import type { OwnLevel } from '../own-level.ts';
import { previousCode } from '../tokens/code-tokens.ts';
import { aggregateWords } from '../tokens/keywords.ts';
import { isPunctuator, type Token, tokenText } from '../tokens/token.ts';

/** K&R: after `f(a, b)` come declarations of the parameters, and a `{` directly after a `;`. */
export function isOldStyleDefinition(
  text: string,
  tokens: readonly Token[],
  { count, nameList }: OwnLevel,
  semicolon: number,
): boolean {
  if (nameList === null || nameList < 1 || count - nameList < 3) return false;
  for (let at = semicolon + 1; at < tokens.length && at < semicolon + 400; at++) {
    const token = tokens[at];
    if (token?.kind === 'directive') return false;
    if (isPunctuator(text, token, '{')) return isPunctuator(text, tokens[previousCode(tokens, at)], ';');
    if (
      isPunctuator(text, token, '}') ||
      isPunctuator(text, token, '=') ||
      (token && aggregateWords.has(tokenText(text, token)) && isPunctuator(text, tokens[at + 1], '{'))
    )
      return false;
  }
  return false;
}
