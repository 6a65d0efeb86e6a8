/** A half-open range of byte offsets into a source text. */
export type Span = { readonly start: number; readonly end: number };

export function span(start: number, end: number): Span {
  return { start, end };
}

/** Those of some spans, in order, that lie in none of the others (in any order). */
export function outside<T extends Span>(spans: readonly T[], others: readonly Span[]): readonly T[] {
  const inOrder = [...others].sort((a, b) => a.start - b.start);
  let at = 0;
  return spans.filter(({ start, end }) => {
    for (let next = inOrder[at]; next && next.end < end; next = inOrder[at]) at++;
    const other = inOrder[at];
    return !(other && other.start <= start && end <= other.end);
  });
}
