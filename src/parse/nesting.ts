import type { Span } from '../text/span.ts';
import { conditionalWord } from './directive.ts';
import type { Token } from './token.ts';

/** Levels of brackets and conditionals together; clang, too, stops at 256 of brackets. */
export const DEEPEST_NESTING = 256;

/** Where a text nests deeper than this tool follows, or null. */
export function tooDeepAt(text: string, tokens: readonly Token[]): Span | null {
  let depth = 0;
  for (const token of tokens) {
    depth += stepOf(text, token);
    if (depth > DEEPEST_NESTING) return { start: token.start, end: token.end };
    if (depth < 0) depth = 0;
  }
  return null;
}

function stepOf(text: string, token: Token): -1 | 0 | 1 {
  if (token.kind === 'directive') {
    const word = conditionalWord(text, token);
    return word === 'if' ? 1 : word === 'endif' ? -1 : 0;
  }
  if (token.kind !== 'punctuator' || token.end - token.start !== 1) return 0;
  switch (text[token.start]) {
    case '(':
    case '[':
    case '{':
      return 1;
    case ')':
    case ']':
    case '}':
      return -1;
    default:
      return 0;
  }
}
