import type { LineChange } from './line-change.ts';
import { diffLines, splitLines } from './line-diff.ts';

/** Where two changes of one base contradict each other: lines of either side, 0-based, half-open. */
export type Clash = { readonly ours: LineRange; readonly theirs: LineRange };

export type LineRange = { readonly start: number; readonly end: number };

export type Merge =
  | { readonly kind: 'merged'; readonly text: string }
  | { readonly kind: 'clash'; readonly clashes: readonly Clash[] };

/**
 * Makes the changes that lead from `base` to `theirs` in `ours`, which came from the same base. Changes of neighbouring
 * lines do not contradict each other, and the same change on both sides counts once; two insertions at one place do,
 * for nobody said which comes first.
 */
export function mergeTexts(base: string, ours: string, theirs: string): Merge {
  if (ours === base || ours === theirs) return { kind: 'merged', text: theirs };
  if (theirs === base) return { kind: 'merged', text: ours };
  const [baseLines, ourLines, theirLines] = [splitLines(base), splitLines(ours), splitLines(theirs)];
  const left = diffLines(baseLines, ourLines).map((change) => onSide(change, ourLines));
  const right = diffLines(baseLines, theirLines).map((change) => onSide(change, theirLines));
  const clashes = left.flatMap((ourChange) =>
    right
      .filter((theirChange) => clash(ourChange, theirChange) && !isSame(ourChange, theirChange))
      .map((theirChange) => ({ ours: afterOf(ourChange), theirs: afterOf(theirChange) })),
  );
  if (clashes.length > 0) return { kind: 'clash', clashes };
  const changes = [...left, ...right.filter((one) => !left.some((other) => isSame(one, other)))];
  // At one place what is inserted comes before what is taken away.
  changes.sort((a, b) => a.beforeStart - b.beforeStart || a.beforeEnd - b.beforeEnd);
  let text = '';
  let at = 0;
  for (const { beforeStart, beforeEnd, inserted } of changes) {
    text += baseLines.slice(at, beforeStart).join('') + inserted;
    at = beforeEnd;
  }
  return { kind: 'merged', text: text + baseLines.slice(at).join('') };
}

/** The lines of `ours` that were put in beside lines which `theirs` takes away: they may speak of those. */
export function besideRemovals(base: string, ours: string, theirs: string): readonly LineRange[] {
  const [baseLines, ourLines, theirLines] = [splitLines(base), splitLines(ours), splitLines(theirs)];
  const removals = diffLines(baseLines, theirLines).filter(({ beforeStart, beforeEnd }) => beforeEnd > beforeStart);
  return diffLines(baseLines, ourLines)
    .filter(({ beforeStart, beforeEnd, afterStart, afterEnd }) =>
      removals.some(
        (other) => afterEnd > afterStart && beforeStart <= other.beforeEnd && other.beforeStart <= beforeEnd,
      ),
    )
    .map(afterOf);
}

type Change = LineChange & { readonly inserted: string };

function onSide(change: LineChange, lines: readonly string[]): Change {
  return { ...change, inserted: lines.slice(change.afterStart, change.afterEnd).join('') };
}

function clash(one: Change, other: Change): boolean {
  if (one.beforeStart < other.beforeEnd && other.beforeStart < one.beforeEnd) return true;
  const touches = one.beforeEnd === other.beforeStart || other.beforeEnd === one.beforeStart;
  return touches && one.inserted !== '' && other.inserted !== '';
}

function isSame(one: Change, other: Change): boolean {
  return one.beforeStart === other.beforeStart && one.beforeEnd === other.beforeEnd && one.inserted === other.inserted;
}

function afterOf({ afterStart, afterEnd }: LineChange): LineRange {
  return { start: afterStart, end: afterEnd };
}
