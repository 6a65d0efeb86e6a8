import type { LineChange } from '../diff/line-change.ts';
import { diffLines, splitLines } from '../diff/line-diff.ts';
import { displayText } from '../text/source-text.ts';
import type { RunData } from './review-data.ts';

/** Fewer lines than this may be alike by accident: they count as moved only beside others. */
const FEW = 2;

/**
 * Where the lines of a part file come from. A file with the sections of two parts goes through the header twice, so what
 * the first comparison leaves is compared once more.
 */
export function runsOf(header: string, file: string): readonly RunData[] {
  const [from, to] = [splitLines(header), splitLines(file)];
  const origin = new Int32Array(to.length);
  take(from, to, origin, 0, to.length);
  for (const [start, end] of gapsOf(origin)) if (end - start > FEW) take(from, to, origin, start, end);
  forgetAccidents(to, origin);
  const runs: RunData[] = [];
  for (let at = 0; at < to.length; ) {
    const first = origin[at] ?? 0;
    let end = at + 1;
    if (first === 0) {
      while (end < to.length && origin[end] === 0) end++;
      runs.push(displayText(to.slice(at, end).join('')));
    } else {
      while (end < to.length && origin[end] === first + (end - at)) end++;
      runs.push([first, end - at]);
    }
    at = end;
  }
  return runs;
}

/** Lines like ` *` stand everywhere: a run of such lines alone comes from nowhere in particular. */
function forgetAccidents(to: readonly string[], origin: Int32Array): void {
  for (let at = 0; at < to.length; ) {
    let end = at + 1;
    while (end < to.length && origin[at] !== 0 && origin[end] === (origin[at] ?? 0) + (end - at)) end++;
    if (!to.slice(at, end).some((line) => (line.match(/\w/g) ?? []).length >= TELLING)) origin.fill(0, at, end);
    at = end;
  }
}

/** Letters and digits that a line needs to be told from others. */
const TELLING = 7;

/** Finds lines `start` to `end` of a file in the header. */
function take(from: readonly string[], to: readonly string[], origin: Int32Array, start: number, end: number): void {
  const part = to.slice(start, end);
  const last: LineChange = {
    beforeStart: from.length,
    beforeEnd: from.length,
    afterStart: part.length,
    afterEnd: part.length,
  };
  let [before, after] = [0, 0];
  for (const change of [...diffLines(from, part), last]) {
    for (; after < change.afterStart; after++, before++) origin[start + after] = before + 1;
    before = change.beforeEnd;
    after = change.afterEnd;
  }
}

function gapsOf(origin: Int32Array): readonly (readonly [start: number, end: number])[] {
  const gaps: [number, number][] = [];
  for (let at = 0; at < origin.length; at++) {
    if (origin[at] !== 0) continue;
    const start = at;
    while (at < origin.length && origin[at] === 0) at++;
    gaps.push([start, at]);
  }
  return gaps;
}
