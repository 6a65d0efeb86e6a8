/** A line of a part file without its end, and whether and where blame finds it before the split. */
export type TracedLine = { readonly text: string; readonly traced: 'header' | 'elsewhere' | 'no' };

export type MovedLines = { readonly moved: number; readonly traced: number; readonly short: number };

/** Alphanumeric characters that a run of lines must have for `git blame -C` to look for it in other files. */
const LEAST_FOR_COPY = 40;

/**
 * Of a part file's lines, those that stood in the header: traced, and not traced but found there. The licence, which the
 * header keeps and each part file copies, did not move: comments with which both begin do not count, as `copy` makes them. A line without a letter or digit (blank, the frame of a comment) stands everywhere; where it is not traced to
 * the header it counts as moved when the line above does. `short` are the lines not traced in runs, in the order of the
 * header, too short for git's `-C`.
 */
export function movedLines(
  header: string,
  lines: readonly TracedLine[],
  copy: (comments: string) => string = (comments) => comments,
): MovedLines {
  const places = placesOf(header.split('\n'));
  let traced = 0;
  let missed = 0;
  let short = 0;
  let run: Run = NO_RUN;
  const close = (): void => {
    missed += run.lines;
    if (run.characters < LEAST_FOR_COPY) short += run.lines;
    run = NO_RUN;
  };
  for (const { text, traced: where } of lines.slice(copiedAtTop(header, lines, copy))) {
    const at = places.get(text) ?? [];
    const isTraced = where === 'header' || (where === 'elsewhere' && at.length > 0 && HAS_CHARACTER.test(text));
    if (isTraced) traced++;
    const ends = run.ends.length === 0 ? at : at.filter((place) => run.ends.includes(place - 1));
    const isFrame = !HAS_CHARACTER.test(text);
    if (where !== 'no' || at.length === 0 || (isFrame && run.lines === 0)) close();
    else if (ends.length > 0) run = grown(run, text, ends);
    else {
      close();
      if (!isFrame) run = grown(NO_RUN, text, at);
    }
  }
  close();
  return { moved: traced + missed, traced, short };
}

/** Lines that follow one another here and in the header; `ends` are the places there where such a run may end. */
type Run = { readonly lines: number; readonly characters: number; readonly ends: readonly number[] };

const NO_RUN: Run = { lines: 0, characters: 0, ends: [] };
const HAS_CHARACTER = /[A-Za-z0-9]/;

function grown(run: Run, text: string, ends: readonly number[]): Run {
  return { lines: run.lines + 1, characters: run.characters + (text.match(/[A-Za-z0-9]/g) ?? []).length, ends };
}

function copiedAtTop(header: string, lines: readonly TracedLine[], copy: (comments: string) => string): number {
  const comment = /\s+|\/\*[\s\S]*?\*\/|\/\/.*/y;
  let end = 0;
  while (comment.test(header)) end = comment.lastIndex;
  const copied = copy(header.slice(0, end)).split('\n').slice(0, -1);
  const differs = copied.findIndex((text, at) => text !== lines[at]?.text);
  return differs < 0 ? copied.length : differs;
}

function placesOf(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const found = places.get(line);
    if (found) found.push(at);
    else places.set(line, [at]);
  }
  return places;
}
