import { isPunctuator, type Token, tokenText } from './tokens/token.ts';

/** A macro that has the rest of its line for itself. `end` is the index behind it, its arguments and its `;`. */
export type LoneCall = { readonly spelling: string; readonly end: number };

/** The macro at token `at`, with its arguments if it has any; null where other code follows on its line. */
export function loneCallAt(text: string, tokens: readonly Token[], at: number): LoneCall | null {
  if (tokens[at]?.kind !== 'identifier') return null;
  const behind = isPunctuator(text, tokens[at + 1], '(') ? argumentsEnd(text, tokens, at + 1) : at + 1;
  const [last, next] = [tokens[(behind ?? 0) - 1], behind === null ? undefined : tokens[behind]];
  if (behind === null || !last) return null;
  const hasSemicolon = isPunctuator(text, next, ';');
  const endsLine = !next || hasSemicolon || next.kind === 'comment' || next.kind === 'directive';
  if (!endsLine && !text.slice(last.end, next.start).includes('\n')) return null;
  return { spelling: spellingOf(text, tokens.slice(at, behind)), end: hasSemicolon ? behind + 1 : behind };
}

/** Token by token, so that white space and comments do not matter. */
export function spellingOf(text: string, tokens: readonly Token[]): string {
  return tokens
    .filter((token) => token.kind !== 'comment')
    .map((token) => tokenText(text, token))
    .join(' ');
}

/** What opens or closes a bracket has few arguments; what has more need not be looked through. */
const MOST_TOKENS = 256;

function argumentsEnd(text: string, tokens: readonly Token[], open: number): number | null {
  let depth = 0;
  for (let at = open; at < Math.min(tokens.length, open + MOST_TOKENS); at++) {
    const token = tokens[at];
    if (token?.kind === 'directive') return null;
    if (isPunctuator(text, token, '(')) depth++;
    if (isPunctuator(text, token, ')') && --depth === 0) return at + 1;
  }
  return null;
}
