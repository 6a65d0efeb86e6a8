import { diffLines, splitLines } from '../diff/line-diff.ts';

export type PlacedLines = {
  /** The text after, with directives that give its lines their numbers. */
  readonly text: string;
  /** The line of the text after (1-based) that has a number; 0: none. */
  readonly lineOf: (number: number) => number;
};

/**
 * Gives each line that a change leaves alone the number that it had before, by `#line`: a name or message that a macro makes
 * of `__LINE__` then stays as it was. New lines get numbers beyond the last one before. A directive that would stand within
 * a comment or a continued line comes after it, and is repeated where a conditional ends that may have skipped it.
 *
 * Limits: within a raw string of C++ a directive becomes part of it, which shows as a difference.
 */
export function placedLines(before: string, after: string): PlacedLines {
  const [ours, theirs] = [splitLines(before), splitLines(after)];
  const numbers = numbersOf(ours, theirs);
  const found = new Map<number, number>();
  const made: string[] = [];
  let expected = 1;
  let isInComment = false;
  let isInside = false;
  let isUnsure = false;
  for (const [at, line] of theirs.entries()) {
    const number = numbers[at] ?? at + 1;
    found.set(number, at + 1);
    if (!isInside && (number !== expected || (isUnsure && made.length > at))) {
      made.push(`#line ${number}\n`);
      expected = number;
      isUnsure = false;
    }
    isUnsure ||= BRANCH.test(line);
    made.push(line);
    expected++;
    const [opened, closed] = [line.lastIndexOf('/*'), line.lastIndexOf('*/')];
    isInComment = opened > closed || (isInComment && closed < 0);
    isInside = isInComment || /\\\r?\n$/.test(line);
  }
  return { text: made.join(''), lineOf: (number) => found.get(number) ?? 0 };
}

const BRANCH = /^[ \t]*#[ \t]*(?:endif|else|elif)/;

/** The number of each line after. */
function numbersOf(ours: readonly string[], theirs: readonly string[]): readonly number[] {
  const numbers: number[] = [];
  let at = 0;
  for (const { beforeStart, beforeEnd, afterStart, afterEnd } of diffLines(ours, theirs)) {
    const stays = beforeEnd - beforeStart === afterEnd - afterStart;
    for (let from = beforeStart - (afterStart - at); at < afterStart; at++) numbers.push(++from);
    for (; at < afterEnd; at++) numbers.push(stays ? beforeStart + at - afterStart + 1 : ours.length + at + 1);
  }
  for (let from = ours.length - (theirs.length - at); at < theirs.length; at++) numbers.push(++from);
  return numbers;
}
