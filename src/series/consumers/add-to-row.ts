import { span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { columnAfter, lineUpTo } from './columns.ts';
import { brokenBehind, indentOf, type LineBreak } from './line-break.ts';
import { gapBehind, type Run } from './list-runs.ts';

/**
 * The edit that adds words to one line of a list, which is broken where it would be longer than the list's other lines
 * and than 80 columns; what stands before the first new word stays. `row`: indices of the line's words.
 */
export function addToRow(
  text: string,
  run: Run,
  row: readonly number[],
  added: ReadonlyMap<number, readonly string[]>,
  lineBreak: LineBreak,
): TextEdit {
  const pieces = piecesOf(text, run, row, added);
  const firstNew = pieces.findIndex(({ isNew }) => isNew);
  const first = run.words[row[0] ?? 0] ?? run.words[0];
  const last = run.words[row.at(-1) ?? 0] ?? first;
  const width = widthOf(text, run);
  const trail = /^[^\r\n]*/.exec(text.slice(last.span.end))?.[0].trimEnd().length ?? 0;
  let line = lineUpTo(text, first.span.start);
  let insert = '';
  for (const [index, { before, written }] of pieces.entries()) {
    const behind = index === pieces.length - 1 ? trail : lineBreak.end.length;
    const goesOn = index === 0 || index < firstNew || columnAfter(line + before + written) + behind <= width;
    insert += (goesOn ? before : brokenBehind(lineBreak, line)) + written;
    line = (goesOn ? line + before : indentOf(lineBreak)) + written;
  }
  return { span: span(first.span.start, last.span.end), insert };
}

/** `before`: what separates it from its predecessor on the same line. */
type Piece = { readonly before: string; readonly written: string; readonly isNew: boolean };

function piecesOf(
  text: string,
  run: Run,
  row: readonly number[],
  added: ReadonlyMap<number, readonly string[]>,
): readonly Piece[] {
  const blank = run.form === 'quoted' ? ', ' : ' ';
  const fresh = (written: string): Piece => ({ before: blank, written, isNew: true });
  const pieces = row.flatMap((at): readonly Piece[] => {
    const word = run.words[at];
    if (!word) return [];
    const before = at === row[0] ? blank : gapBehind(text, run, at - 1);
    const own = { before, written: text.slice(word.span.start, word.span.end), isNew: false };
    const front = at === 0 ? (added.get(-1) ?? []) : [];
    return [...front.map(fresh), own, ...(added.get(at) ?? []).map(fresh)];
  });
  return pieces.map((piece, index) => (index === 0 ? { ...piece, before: '' } : piece));
}

/** Columns that a line of the list may have. */
function widthOf(text: string, { words }: Run): number {
  const start = text.lastIndexOf('\n', words[0].span.start) + 1;
  const end = text.indexOf('\n', (words.at(-1) ?? words[0]).span.end);
  const lines = text.slice(start, end < 0 ? text.length : end).split('\n');
  return Math.max(USUAL_WIDTH, ...lines.map((line) => columnAfter(line.trimEnd())));
}

const USUAL_WIDTH = 80;
