/** A half-open range of byte offsets into a source text. */
export type Span = { readonly start: number; readonly end: number };

export function span(start: number, end: number): Span {
  return { start, end };
}
