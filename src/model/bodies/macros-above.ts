import type { Span } from '../../text/span.ts';
import { wordPattern } from '../../text/word-pattern.ts';

/** What the last line about a macro above a place makes of it, conditions left out. */
export type MacroState = { readonly kind: 'defined' | 'undefined'; readonly span: Span };

/**
 * Reads the directives of a text (latin1) above `end`; null where none speaks of the macro. An include below an `#undef`
 * may define it again, and then nothing is said either.
 */
export function macroStateAbove(text: string, end: number, name: string): MacroState | null {
  if (!text.includes(name)) return null;
  const line = new RegExp(
    `^[ \\t]*(?:#|%:)[ \\t]*(?:(define|undef)[ \\t]+${wordPattern(name)}(?![\\w$])|(include)(?:_next)?(?![\\w$]))`,
    'gm',
  );
  let state: MacroState | null = null;
  for (const found of text.slice(0, end).matchAll(line)) {
    const [whole, word, include] = found;
    const span = { start: found.index, end: found.index + whole.length };
    if (include === undefined) state = { kind: word === 'define' ? 'defined' : 'undefined', span };
    else if (state?.kind === 'undefined') state = null;
  }
  return state;
}
