import { previousCode } from './code-tokens.ts';
import type { Flat } from './flat-token.ts';
import { aggregateWords, isKeyword } from './keywords.ts';
import { isPunctuator, type Token, tokenText } from './token.ts';

/** K&R: after `f(a, b)` come declarations of the parameters, and a `{` directly after a `;`. */
export function isOldStyleDefinition(
  text: string,
  tokens: readonly Token[],
  flat: readonly Flat[],
  semicolon: number,
): boolean {
  const parameters = flat.findIndex((part) => part.group === '(' && isNameList(text, tokens, part));
  if (parameters < 1 || flat.length - parameters < 3) return false;
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

function isNameList(text: string, tokens: readonly Token[], group: Flat): boolean {
  const inner = tokens.slice(group.first + 1, group.last).filter((token) => token.kind !== 'comment');
  if (inner.length === 0 || inner.length % 2 === 0) return false;
  return inner.every((token, index) =>
    index % 2 === 0
      ? token.kind === 'identifier' && !isKeyword(tokenText(text, token))
      : isPunctuator(text, token, ','),
  );
}
