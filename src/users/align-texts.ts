import { lowerBound } from '../text/lower-bound.ts';
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
  const tail = commonTail(before, after);
  const [old, now] = [unitsOf(before, tail), unitsOf(after, tail)];
  const firstLike = likeFrom(now);
  const places: { before: number; after: number }[] = [];
  // An include that goes is where all stands that came in its place: behind it.
  const gone: number[] = [];
  let next = 0;
  for (const unit of old) {
    // What came instead of a line, or behind one, are includes and nothing else.
    const same = firstLike(unit.text, next);
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
    const place = places[lowerBound(places, (one) => one.before <= at) - 1];
    return place === undefined ? at : place.after + at - place.before;
  };
}

/** From an index on, which may only grow, the first unit of the same text, or the first that is no include. */
function likeFrom(units: readonly Unit[]): (text: string, from: number) => number {
  const includes = new Map<string, { readonly at: number[]; next: number }>();
  const ends = new Int32Array(units.length + 1).fill(units.length);
  for (let at = units.length - 1; at >= 0; at--) ends[at] = units[at]?.include === null ? at : (ends[at + 1] ?? at);
  for (const [at, { text, include }] of units.entries()) {
    if (include === null) continue;
    const known = includes.get(text);
    if (known) known.at.push(at);
    else includes.set(text, { at: [at], next: 0 });
  }
  return (text, from) => {
    const end = ends[from] ?? units.length;
    const like = includes.get(text);
    if (like === undefined) return end;
    while ((like.at[like.next] ?? end) < from) like.next++;
    return Math.min(like.at[like.next] ?? end, end);
  };
}

type Unit = { readonly start: number; readonly text: string; readonly include: number | null };

/** How many bytes at the end are alike, from the start of a line on: as many as stand behind the includes of both. */
function commonTail(before: ReadText, after: ReadText): number {
  const behind = ({ text, includes }: ReadText): number => text.length - (includes.at(-1)?.end ?? 0);
  const size = Math.min(behind(before), behind(after));
  const isAtLine = ({ text }: ReadText): boolean => text.length === size || text[text.length - size - 1] === '\n';
  if (size === 0 || !isAtLine(before) || !isAtLine(after)) return 0;
  return before.text.endsWith(after.text.slice(after.text.length - size)) ? size : 0;
}

/** Include directives, the lines between them, and the last bytes as one. */
function unitsOf({ text, includes }: ReadText, tail: number): readonly Unit[] {
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
  linesUntil(text.length - tail);
  if (tail > 0) units.push({ start: at, text: text.slice(at), include: null });
  return units;
}
