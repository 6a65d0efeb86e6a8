// The package's index would load all its kinds of diff, which takes three times as long.
import { diffArrays } from 'diff/lib/diff/array.js';
import { anchorsOf, type LinePair } from './anchors.ts';
import type { LineChange } from './line-change.ts';
import { slideChanges } from './slide-changes.ts';

/** Beyond so many changed lines among those that both sides have, the search for the fewest is given up. */
const MOST_EDITS = 512;

/** The lines of a text, each with its `\n`; the last may have none. A `\r` belongs to its line. */
export function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * What changes lead from one list of lines to the other, in order, none touching the next. As few lines as possible,
 * except between texts so different that finding the fewest would take long: those are cut at the lines that stand
 * once on either side, and a piece that is still too different is replaced as a whole.
 */
export function diffLines(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const all = { beforeStart: 0, beforeEnd: before.length, afterStart: 0, afterEnd: after.length };
  const whole = trim(before, after, all);
  const changes =
    fewestChanges(before, after, whole) ??
    cutAt(whole, anchorsOf(before, after, whole)).flatMap((piece) => {
      const trimmed = trim(before, after, piece);
      return fewestChanges(before, after, trimmed) ?? [trimmed];
    });
  return slideChanges(before, after, changes);
}

/** Without the lines at its start and at its end that are equal on both sides. */
function trim(before: readonly string[], after: readonly string[], change: LineChange): LineChange {
  let { beforeStart, beforeEnd, afterStart, afterEnd } = change;
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeStart] === after[afterStart]) {
    beforeStart++;
    afterStart++;
  }
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd--;
    afterEnd--;
  }
  return { beforeStart, beforeEnd, afterStart, afterEnd };
}

/** The smallest changes that do what `whole` does; null when it would take too long to find them. */
function fewestChanges(
  before: readonly string[],
  after: readonly string[],
  whole: LineChange,
): readonly LineChange[] | null {
  const ours = before.slice(whole.beforeStart, whole.beforeEnd);
  const theirs = after.slice(whole.afterStart, whole.afterEnd);
  const [inBefore, inAfter] = [sharedLines(ours, theirs), sharedLines(theirs, ours)];
  const linesAt = (lines: readonly string[], at: readonly number[]): string[] => at.map((index) => lines[index] ?? '');
  const parts = diffArrays(linesAt(ours, inBefore), linesAt(theirs, inAfter), { maxEditLength: MOST_EDITS });
  if (!parts) return null;
  const kept: LinePair[] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of parts) {
    for (let n = 0; !added && !removed && n < count; n++) {
      kept.push({
        before: whole.beforeStart + (inBefore[i + n] ?? 0),
        after: whole.afterStart + (inAfter[j + n] ?? 0),
      });
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  return cutAt(whole, kept);
}

/**
 * Of one side the lines, by index, that the other side has too. No alignment could keep the rest, and where a header gives
 * way to its wrapper or a function moves to another file, the rest is nearly everything.
 */
function sharedLines(lines: readonly string[], others: readonly string[]): readonly number[] {
  const there = new Set(others);
  return lines.flatMap((line, at) => (there.has(line) ? at : []));
}

/** What is left of a change between the lines that stay. */
function cutAt(whole: LineChange, kept: readonly LinePair[]): readonly LineChange[] {
  const changes: LineChange[] = [];
  let { beforeStart, afterStart } = whole;
  for (const { before, after } of [...kept, { before: whole.beforeEnd, after: whole.afterEnd }]) {
    if (before > beforeStart || after > afterStart) {
      changes.push({ beforeStart, beforeEnd: before, afterStart, afterEnd: after });
    }
    beforeStart = before + 1;
    afterStart = after + 1;
  }
  return changes;
}
