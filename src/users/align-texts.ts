import { LATER } from './facts/file-facts.ts';
import type { IncludeLine } from './include-line.ts';

export type ReadText = { readonly text: string; readonly includes: readonly IncludeLine[] };

/**
 * For a place in the text before (a byte, at the start of an include or outside all) the same place afterwards. Null where
 * the two differ in more than include lines, where one that stays is missing or in another order, or where one goes that
 * is not among `replaceable` (indices of the includes before).
 */
export function alignTexts(
  before: ReadText,
  after: ReadText,
  replaceable: ReadonlySet<number>,
): ((at: number) => number) | null {
  const [old, now] = [unitsOf(before), unitsOf(after)];
  const places: { before: number; after: number }[] = [];
  // An include that goes is where all stands that came in its place: behind it.
  const gone: number[] = [];
  let next = 0;
  for (const unit of old) {
    // What came instead of a line, or behind one, are includes and nothing else.
    let same = next;
    while (same < now.length && now[same]?.text !== unit.text && now[same]?.include !== null) same++;
    const isKept = now[same]?.text === unit.text && (now[same]?.include === null) === (unit.include === null);
    if (!isKept && (unit.include === null || !replaceable.has(unit.include))) return null;
    if (!isKept) {
      gone.push(unit.start);
      continue;
    }
    const start = now[same]?.start ?? after.text.length;
    places.push(...gone.splice(0).map((at) => ({ before: at, after: start })), { before: unit.start, after: start });
    next = same + 1;
  }
  places.push(...gone.map((at) => ({ before: at, after: after.text.length })));
  while (next < now.length && now[next]?.include !== null) next++;
  if (next < now.length) return null;
  return (at) => {
    if (at >= LATER) return at;
    const index = places.findLastIndex((one) => one.before <= at);
    const place = places[index];
    return place === undefined ? at : place.after + at - place.before;
  };
}

type Unit = { readonly start: number; readonly text: string; readonly include: number | null };

/** Include directives, and the lines between them. */
function unitsOf({ text, includes }: ReadText): readonly Unit[] {
  const units: Unit[] = [];
  let at = 0;
  const linesUntil = (end: number): void => {
    while (at < end) {
      const newline = text.indexOf('\n', at);
      const stop = newline < 0 || newline >= end ? end : newline + 1;
      units.push({ start: at, text: text.slice(at, stop), include: null });
      at = stop;
    }
  };
  for (const [include, { start, end }] of includes.entries()) {
    linesUntil(start);
    units.push({ start, text: text.slice(start, end).replace(/\r?\n$/, ''), include });
    at = end;
  }
  linesUntil(text.length);
  return units;
}
