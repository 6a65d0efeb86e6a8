import { span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { addToRow } from './add-to-row.ts';
import { lineUpTo } from './columns.ts';
import { brokenBehind, indentOf, type LineBreak, lineBreakOf } from './line-break.ts';
import { gapBehind, isFile, type Run } from './list-runs.ts';

/** A word to add, with its quotes, behind the word with that index; -1: before the first. */
export type Insertion = { readonly behind: number; readonly written: string };

/**
 * The edits that add words to a list, written as the list is: each on a line of its own where the word at `beside` has
 * one, else on the same line as its neighbour, which is broken where it would become too long.
 */
export function extendRun(
  text: string,
  run: Run,
  beside: number,
  insertions: readonly Insertion[],
): readonly TextEdit[] {
  const added = new Map<number, string[]>();
  for (const { behind, written } of insertions) added.set(behind, [...(added.get(behind) ?? []), written]);
  const lineBreak = lineBreakOf(text, run, beside);
  if (hasOwnLine(text, run, beside)) return [...added].map(([at, words]) => addLines(text, run, at, words, lineBreak));
  return rowsOf(text, run)
    .filter((row) => row.some((at) => added.has(at)) || (row.includes(0) && added.has(-1)))
    .map((row) => addToRow(text, run, row, added, lineBreak));
}

/** Whether a word shares its line with no other word of its list, and begins the line where it is the only one. */
function hasOwnLine(text: string, run: Run, at: number): boolean {
  const gaps = [at - 1, at].map((index) => gapBehind(text, run, index)).filter((gap) => gap !== '');
  if (gaps.length > 0) return gaps.every((gap) => gap.includes('\n'));
  return /^[ \t]*$/.test(lineUpTo(text, run.words[at]?.span.start ?? 0));
}

function addLines(text: string, run: Run, at: number, added: readonly string[], lineBreak: LineBreak): TextEdit {
  const next = run.words[at + 1];
  // What is no file below the last one keeps its line, and its indentation.
  if (next && (at < 0 || (isFile(next) && gapBehind(text, run, at).includes('\n')))) {
    let line = lineUpTo(text, next.span.start);
    let insert = '';
    for (const word of added) {
      insert += word + brokenBehind(lineBreak, line + word);
      line = indentOf(lineBreak);
    }
    return { span: span(next.span.start, next.span.start), insert };
  }
  const { end } = (run.words[at] ?? run.words[0]).span;
  let line = lineUpTo(text, end);
  let insert = '';
  for (const word of added) {
    insert += brokenBehind(lineBreak, line) + word;
    line = indentOf(lineBreak) + word;
  }
  return { span: span(end, end), insert };
}

/** Indices of the words of each line. */
function rowsOf(text: string, run: Run): readonly (readonly number[])[] {
  const rows: number[][] = [];
  for (const at of run.words.keys()) {
    const row = rows.at(-1);
    if (row && !gapBehind(text, run, at - 1).includes('\n')) row.push(at);
    else rows.push([at]);
  }
  return rows;
}
