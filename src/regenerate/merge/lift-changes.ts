import { diffLines, splitLines } from '../../diff/line-diff.ts';
import type { LineRange } from '../../diff/merge-texts.ts';

/** What was done by hand to one file of a split: its text as it was made and as it is found. */
export type HandEditedFile = {
  readonly made: string;
  readonly found: string;
  /** Lines of the text as found, 0-based: only changes that touch one of these are lifted. */
  readonly touching: readonly LineRange[];
};

/**
 * Makes in a whole header the changes made by hand in the files of its split, where the lines that they changed
 * are lines of the header still: then they go where the declarations around them go. What cannot be lifted is left out;
 * null when that is all.
 */
export function liftChanges(header: string, files: readonly HandEditedFile[]): string | null {
  const lines = splitLines(header);
  const lifted: Lifted[] = [];
  for (const one of files.flatMap((file) => liftFrom(lines, file))) {
    // Two files may hold copies of one comment: whose change counts, the merge of each file decides.
    if (!lifted.some((other) => one.start < other.end + 1 && other.start < one.end + 1)) lifted.push(one);
  }
  if (lifted.length === 0) return null;
  const result = [...lines];
  for (const { start, end, insert } of lifted.toSorted((a, b) => b.start - a.start))
    result.splice(start, end - start, ...insert);
  return result.join('');
}

/** Lines of the header, 0-based and half-open, that give way to others. */
type Lifted = LineRange & { readonly insert: readonly string[] };

function liftFrom(header: readonly string[], { made, found, touching }: HandEditedFile): readonly Lifted[] {
  const [before, after] = [splitLines(made), splitLines(found)];
  const origin = linesOfOrigin(header, before);
  return diffLines(before, after).flatMap(({ beforeStart, beforeEnd, afterStart, afterEnd }): Lifted[] => {
    if (!touching.some(({ start, end }) => start <= afterEnd && afterStart <= end)) return [];
    const insert = after.slice(afterStart, afterEnd);
    const range =
      beforeStart < beforeEnd
        ? rangeOf(origin, beforeStart, beforeEnd)
        : placeBetween(before, origin, beforeStart, insert);
    return range ? [{ ...range, insert }] : [];
  });
}

/** Line of a file of the split -> line of the header that it is. */
function linesOfOrigin(header: readonly string[], made: readonly string[]): ReadonlyMap<number, number> {
  const origin = new Map<number, number>();
  let [at, from] = [0, 0];
  const keepTo = (end: number): void => {
    while (at < end) origin.set(at++, from++);
  };
  for (const change of diffLines(header, made)) {
    keepTo(change.afterStart);
    [at, from] = [change.afterEnd, change.beforeEnd];
  }
  keepTo(made.length);
  return origin;
}

/** The header's lines that lines of a file are, when they stand side by side there as well. */
function rangeOf(origin: ReadonlyMap<number, number>, start: number, end: number): LineRange | null {
  const first = origin.get(start);
  if (first === undefined) return null;
  for (let at = start; at < end; at++) if (origin.get(at) !== first + at - start) return null;
  return { start: first, end: first + end - start };
}

/** Where in the header new lines go: at the line beside them that no blank line parts from them, else the one above. */
function placeBetween(
  made: readonly string[],
  origin: ReadonlyMap<number, number>,
  at: number,
  insert: readonly string[],
): LineRange | null {
  const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
  const above = isBlank(made[at - 1]) || isBlank(insert[0]) ? undefined : origin.get(at - 1);
  const below = isBlank(made[at]) || isBlank(insert.at(-1)) ? undefined : origin.get(at);
  const place = above !== undefined ? above + 1 : (below ?? afterLine(origin.get(at - 1)) ?? origin.get(at));
  return place === undefined ? null : { start: place, end: place };
}

function afterLine(line: number | undefined): number | undefined {
  return line === undefined ? undefined : line + 1;
}
