import { lowerBound } from '../../text/lower-bound.ts';
import { rememberLast } from '../../text/remember-last.ts';
import type { Span } from '../../text/span.ts';

/** What the last line about a macro above a place makes of it, conditions left out. */
export type MacroState = { readonly kind: 'defined' | 'undefined'; readonly span: Span };

/**
 * Reads the directives of a text (latin1) above `end`; null where none speaks of the macro. An include below an `#undef`
 * may define it again, and then nothing is said either.
 */
export function macroStateAbove(text: string, end: number, name: string): MacroState | null {
  const { changes, includes } = macroLines(text);
  const before = changes.get(name) ?? [];
  const at = lowerBound(before, (change) => change.span.end <= end) - 1;
  const last = before[at];
  if (last?.kind !== 'undefined') return last ?? null;
  const included = includes[lowerBound(includes, ({ start }) => start < last.span.end)];
  return included && included.end <= end ? null : last;
}

type MacroLines = {
  /** Name -> the lines that define or undefine it, in order. */
  readonly changes: ReadonlyMap<string, readonly MacroState[]>;
  readonly includes: readonly Span[];
};

const macroLines = rememberLast((text): MacroLines => {
  const changes = new Map<string, MacroState[]>();
  const includes: Span[] = [];
  for (const { 0: whole, 1: word, 2: name, index } of text.matchAll(LINE)) {
    const span = { start: index, end: index + whole.length };
    if (name === undefined) {
      includes.push(span);
      continue;
    }
    const change = { kind: word === 'define' ? 'defined' : 'undefined', span } as const;
    const known = changes.get(name);
    if (known) known.push(change);
    else changes.set(name, [change]);
  }
  return { changes, includes };
});

const LINE = /^[ \t]*(?:#|%:)[ \t]*(?:(define|undef)[ \t]+([\w$\x80-\xff]+)|include(?:_next)?(?![\w$]))/gm;
