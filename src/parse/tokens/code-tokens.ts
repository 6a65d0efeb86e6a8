import type { Token } from './token.ts';

/** Whether a line ends between token `at` and the code token before it. */
export function startsLine(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[previousCode(tokens, at)];
  const token = tokens[at];
  return before === undefined || token === undefined || hasNewline(text, before.end, token.start);
}

/** Between two offsets, which are near each other. */
export function hasNewline(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 0x0a) return true;
  return false;
}

export function previousCode(tokens: readonly Token[], at: number): number {
  let before = at - 1;
  while (before >= 0 && tokens[before]?.kind === 'comment') before--;
  return before;
}

export function endWithoutComments(tokens: readonly Token[], end: number): number {
  let last = end;
  while (last > 0 && tokens[last - 1]?.kind === 'comment') last--;
  return last;
}
