import { assertNever } from '../../diagnostics/assert-never.ts';
import { columnAfter, lineUpTo } from './columns.ts';
import { gapBehind, isFile, type Run } from './list-runs.ts';

/** What stands between two words on neighbouring lines of a list. */
export type LineBreak = {
  /** Before the line end: a comma, a backslash, blanks. */
  readonly end: string;
  /** The line end and the indentation of the next line. */
  readonly next: string;
  /** Column of the backslash, from 0, where blanks push it to a column of its own; null: it follows the word. */
  readonly column: number | null;
};

/** The line break as behind or before the word at an index, as elsewhere in its list, or as is usual in that language. */
export function lineBreakOf(text: string, run: Run, at: number): LineBreak {
  // A keyword below the last file, as `DESTINATION` of CMake's install(), has an indentation of its own.
  const next = run.words[at + 1];
  const near = next && !isFile(next) ? [at - 1, at] : [at, at - 1];
  const found = [...near, ...run.words.keys()].find((index) => gapBehind(text, run, index).includes('\n'));
  return found === undefined ? usualBreak(text, run) : breakBehind(text, run, found);
}

/** A line break behind a line that so far is `line`. */
export function brokenBehind({ end, next, column }: LineBreak, line: string): string {
  if (column === null) return end + next;
  const isTabbed = end.includes('\t');
  let pad = isTabbed ? '\t' : ' ';
  while (columnAfter(line + pad) < column) pad += isTabbed ? '\t' : ' ';
  return `${pad}\\${next}`;
}

/** The indentation of the line after a break. */
export function indentOf({ next }: LineBreak): string {
  return next.slice(next.lastIndexOf('\n') + 1);
}

function breakBehind(text: string, run: Run, at: number): LineBreak {
  const [, end = '', next = ''] = /^([^\r\n]*)(\r?\n[\s\S]*)$/.exec(gapBehind(text, run, at)) ?? [];
  const pad = /^([ \t]+)\\$/.exec(end)?.[1] ?? ' ';
  const wordEnd = run.words[at]?.span.end ?? 0;
  return { end, next, column: pad === ' ' ? null : columnAfter(lineUpTo(text, wordEnd) + pad) };
}

function usualBreak(text: string, { form, words }: Run): LineBreak {
  const { start } = words[0].span;
  const newline = /\r?\n/.exec(text.slice(start))?.[0] ?? '\n';
  const before = lineUpTo(text, start);
  const isIndent = /^[ \t]*$/.test(before);
  const aligned = isIndent ? before : ' '.repeat(columnAfter(before));
  switch (form) {
    case 'make':
      return { end: ' \\', next: newline + (isIndent && before !== '' ? before : '\t'), column: null };
    case 'cmake':
      return { end: '', next: newline + aligned, column: null };
    case 'quoted':
      return { end: ',', next: newline + aligned, column: null };
    default:
      return assertNever(form);
  }
}
