import type { LineChange } from './line-change.ts';

/** A change is moved up or down by no more than this many lines. */
const LONGEST_SLIDE = 100;

/**
 * Moves each pure insertion or deletion to where one would have made it by hand: `}` of the function above, function,
 * or function, `}`, are the same change to a machine. One that can be moved up or down to its neighbour joins it.
 */
export function slideChanges(
  before: readonly string[],
  after: readonly string[],
  changes: readonly LineChange[],
): readonly LineChange[] {
  const done: LineChange[] = [];
  const pending = changes.toReversed();
  for (let change = pending.pop(); change; change = pending.pop()) {
    const previous = done.at(-1);
    const next = pending.at(-1);
    const slidable = slidableLines(before, after, change);
    const { up, down } = slidable ? reachOf(slidable, change, previous, next, before.length) : { up: 0, down: 0 };
    if (previous && change.beforeStart - up === previous.beforeEnd) {
      done.pop();
      pending.push(joined(previous, moved(change, -up)));
    } else if (next && change.beforeEnd + down === next.beforeStart) {
      pending.pop();
      pending.push(joined(moved(change, down), next));
    } else done.push(slidable ? moved(change, bestSlide(slidable, up, down)) : change);
  }
  return done;
}

/** The text that has the lines of a pure insertion or deletion, and their range there. */
type Slidable = { readonly lines: readonly string[]; readonly start: number; readonly end: number };

function slidableLines(before: readonly string[], after: readonly string[], change: LineChange): Slidable | null {
  if (change.beforeStart === change.beforeEnd) return { lines: after, start: change.afterStart, end: change.afterEnd };
  if (change.afterStart === change.afterEnd) return { lines: before, start: change.beforeStart, end: change.beforeEnd };
  return null;
}

/** How many lines up and down the change can be moved between its neighbours. */
function reachOf(
  { lines, start, end }: Slidable,
  change: LineChange,
  previous: LineChange | undefined,
  next: LineChange | undefined,
  lengthBefore: number,
): { readonly up: number; readonly down: number } {
  const roomUp = Math.min(LONGEST_SLIDE, change.beforeStart - (previous?.beforeEnd ?? 0));
  const roomDown = Math.min(LONGEST_SLIDE, (next?.beforeStart ?? lengthBefore) - change.beforeEnd);
  let up = 0;
  while (up < roomUp && lines[start - up - 1] === lines[end - up - 1]) up++;
  let down = 0;
  while (down < roomDown && lines[start + down] === lines[end + down]) down++;
  return { up, down };
}

/** The least odd of the places; the lowest of several. */
function bestSlide({ lines, start, end }: Slidable, up: number, down: number): number {
  let best = down;
  let bestCost = costOf(lines, start + down, end + down);
  for (let by = down - 1; by >= -up; by--) {
    const cost = costOf(lines, start + by, end + by);
    if (cost < bestCost) {
      best = by;
      bestCost = cost;
    }
  }
  return best;
}

/** Two changes that touch, as one. */
function joined(first: LineChange, second: LineChange): LineChange {
  return { ...second, beforeStart: first.beforeStart, afterStart: first.afterStart };
}

function moved(change: LineChange, by: number): LineChange {
  return {
    beforeStart: change.beforeStart + by,
    beforeEnd: change.beforeEnd + by,
    afterStart: change.afterStart + by,
    afterEnd: change.afterEnd + by,
  };
}

/** How odd it looks to cut before `start` and before `end`: deep indentation first, then no blank line above. */
function costOf(lines: readonly string[], start: number, end: number): number {
  return cutCost(lines, start) + cutCost(lines, end);
}

function cutCost(lines: readonly string[], at: number): number {
  let next = at;
  while (next < lines.length && isBlank(lines[next])) next++;
  const indent = next < lines.length ? indentOf(lines[next] ?? '') : 0;
  const tight = at > 0 && !isBlank(lines[at - 1]) ? 1 : 0;
  return indent * 4 + tight;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** Tabs count to the next multiple of eight. */
function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width++;
    else if (character === '\t') width += 8 - (width % 8);
    else break;
  }
  return width;
}
