import { readScratch, type Side } from '../../io/verify/scratch-trees.ts';
import { indexLines } from '../../text/line-index.ts';
import { type Place, placeOf, placeOfFile } from '../../text/place.ts';
import { belowRoot, type Proving } from './proving.ts';

/** The place of a line that a compiler names, in one of the states; the file is absolute. Column 0: the whole line. */
export function placeIn(
  { scratch, request }: Pick<Proving, 'scratch' | 'request'>,
  side: Side,
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: number },
): Place {
  const path = belowRoot(request.root, file);
  const text = line === 0 ? null : readScratch(scratch.into(side, file));
  const start = text === null ? undefined : indexLines(text).starts[line - 1];
  if (text === null || start === undefined) return placeOfFile(path);
  const end = text.indexOf('\n', start);
  const whole = text.slice(start, end < 0 ? text.length : end);
  const from = column > 0 ? Math.min(column - 1, whole.length) : whole.length - whole.trimStart().length;
  const word = /^[\w$]+/.exec(whole.slice(from))?.[0].length ?? 1;
  const to = column > 0 ? from + word : whole.trimEnd().length;
  return placeOf({ path, text }, { start: start + from, end: start + Math.max(to, from + 1) });
}
