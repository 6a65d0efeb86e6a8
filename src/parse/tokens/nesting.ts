import type { Span } from '../../text/span.ts';
import { conditionalWord, isNeverTrue, parseDirective } from './directive.ts';
import type { Token } from './token.ts';

/** Levels of brackets and conditionals together; clang, too, stops at 256 of brackets. */
export const DEEPEST_NESTING = 256;

/**
 * Where a text nests deeper than this tool follows, or null. Each branch begins as deep as its `#if` stands, and the
 * first that can be compiled says how deep it goes on.
 */
export function tooDeepAt(text: string, tokens: readonly Token[]): Span | null {
  const conditionals: { readonly entry: number; first: number | null; disabled: boolean }[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'directive') {
      const word = conditionalWord(text, token);
      const open = conditionals.at(-1);
      if (word === 'if') {
        conditionals.push({ entry: depth, first: null, disabled: isNeverTrue(text, parseDirective(text, token)) });
      } else if (word !== null && open) {
        if (!open.disabled) open.first ??= depth;
        open.disabled = false;
        depth = word === 'endif' ? (open.first ?? open.entry) : open.entry;
        if (word === 'endif') conditionals.pop();
      }
    } else if (token.kind === 'punctuator' && token.end - token.start === 1) {
      depth = Math.max(0, depth + stepOf(text.charCodeAt(token.start)));
    }
    if (depth + conditionals.length > DEEPEST_NESTING) return { start: token.start, end: token.end };
  }
  return null;
}

/** What one character does to the depth. */
function stepOf(code: number): -1 | 0 | 1 {
  switch (code) {
    case 0x28: // (
    case 0x5b: // [
    case 0x7b: // {
      return 1;
    case 0x29: // )
    case 0x5d: // ]
    case 0x7d: // }
      return -1;
    default:
      return 0;
  }
}
