import type { LineChange } from './line-change.ts';

/** A line that stays: its index on either side. */
export type LinePair = { readonly before: number; readonly after: number };

/**
 * The lines that stand exactly once on either side of a change, as many of them as keep their order: the idea of
 * patience diff.
 */
export function anchorsOf(
  before: readonly string[],
  after: readonly string[],
  within: LineChange,
): readonly LinePair[] {
  const placesAfter = singleLines(after, within.afterStart, within.afterEnd);
  const pairs: LinePair[] = [];
  for (const [line, place] of singleLines(before, within.beforeStart, within.beforeEnd)) {
    const other = placesAfter.get(line);
    if (other !== undefined) pairs.push({ before: place, after: other });
  }
  return longestRising(pairs);
}

/** The lines that stand once in the range, in their order, with their indices. */
function singleLines(lines: readonly string[], start: number, end: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = start; at < end; at++) {
    const line = lines[at] ?? '';
    if (places.has(line)) repeated.add(line);
    else places.set(line, at);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

type Card = { readonly pair: LinePair; readonly below: Card | null };

/** Of pairs in the order of `before`, the longest subsequence whose `after` rises too: patience sorting. */
function longestRising(pairs: readonly LinePair[]): readonly LinePair[] {
  const tops: Card[] = [];
  for (const pair of pairs) {
    let pile = 0;
    for (let end = tops.length; pile < end; ) {
      const middle = (pile + end) >> 1;
      if ((tops[middle]?.pair.after ?? 0) < pair.after) pile = middle + 1;
      else end = middle;
    }
    tops[pile] = { pair, below: tops[pile - 1] ?? null };
  }
  const rising: LinePair[] = [];
  for (let card = tops.at(-1) ?? null; card; card = card.below) rising.push(card.pair);
  return rising.reverse();
}
