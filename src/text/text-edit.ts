import type { Span } from './span.ts';

/** Replaces the bytes of `span` (original offsets) by `insert` (latin1). An empty span inserts. */
export type TextEdit = { readonly span: Span; readonly insert: string };

/**
 * The text with all edits made. Edits are in original offsets, in any order; two that overlap are a bug of the caller
 * and throw. Insertions at one offset keep the order in which they are given.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, order) => ({ edit, order }));
  sorted.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order,
  );
  let result = '';
  let at = 0;
  for (const { edit } of sorted) {
    if (edit.span.start < at || edit.span.end < edit.span.start || edit.span.end > text.length) {
      throw new Error(`edits overlap or leave the text at byte ${edit.span.start}`);
    }
    result += text.slice(at, edit.span.start) + edit.insert;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
