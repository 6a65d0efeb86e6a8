import type { Pieces } from '../../model/header-slices.ts';

/** A bracket such as `extern "C"`, by the pieces that open and close it. */
export type BracketPieces = { readonly open: number; readonly close: number };

/** The same as text: its lines up to what stands inside, and from there on. */
export type Enclosure = { readonly opening: string; readonly closing: string };

/** The brackets around a place as text, in the given order. */
export function enclosuresOf(
  text: string,
  lineEnd: string,
  { pieces }: Pieces,
  brackets: readonly BracketPieces[],
): readonly Enclosure[] {
  const sliceOf = (at: number): string => text.slice(pieces[at]?.start, pieces[at]?.end);
  const gapBefore = (at: number): string => lineEnd + (pieces[at]?.gap.hasBlankLine ? lineEnd : '');
  return brackets.map(({ open, close }) => ({
    opening: sliceOf(open) + gapBefore(open + 1),
    closing: gapBefore(close) + sliceOf(close),
  }));
}

/** How many brackets, the outermost first, two places have in common. They are compared but for white space. */
export function sharedDepth(one: readonly Enclosure[], other: readonly Enclosure[]): number {
  const differs = one.findIndex((enclosure, at) => !isSameEnclosure(enclosure, other[at]));
  return differs < 0 ? one.length : differs;
}

/** Whether both are the same bracket, or none. */
export function isSameEnclosure(one: Enclosure | undefined, other: Enclosure | undefined): boolean {
  return keyOf(one) === keyOf(other);
}

/** A text inside of brackets, the outermost first. */
export function enclose(text: string, enclosures: readonly Enclosure[]): string {
  return enclosures.reduceRight((inner, { opening, closing }) => opening + inner + closing, text);
}

function keyOf(enclosure: Enclosure | undefined): string {
  return enclosure === undefined ? '' : `${enclosure.opening}\n${enclosure.closing}`.replaceAll(/\s+/g, ' ');
}
