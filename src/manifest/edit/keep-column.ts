import { span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { lineStart, nextLine } from './yaml-lines.ts';

/** As many blanks before a comment as nobody writes but to put it into a column. */
const PADDING = 3;

/**
 * A replacement that keeps the column of a comment behind it, if there is one and room for it: a blank stays at least.
 */
export function beforeComment(text: string, { span: old, insert }: TextEdit): TextEdit {
  const kept = insert.includes('\n') ? null : keepColumn(text, old.end, growthOf(text, [{ span: old, insert }]));
  return kept === null ? { span: old, insert } : { span: span(old.start, kept.span.end), insert: insert + kept.insert };
}

/** Edits within a value that ends at `end`, and what keeps the column of a comment behind it, if all is on one line. */
export function withColumn(
  text: string,
  value: { readonly start: number; readonly end: number },
  edits: readonly TextEdit[],
) {
  const isOneLine =
    !text.slice(value.start, value.end).includes('\n') && edits.every(({ insert }) => !insert.includes('\n'));
  const kept = isOneLine ? keepColumn(text, value.end, growthOf(text, edits)) : null;
  return kept === null ? edits : [...edits, kept];
}

/** What a comment behind `end` needs to stay in its column when the line before it grows by so many characters. */
function keepColumn(text: string, end: number, longer: number): TextEdit | null {
  const blanks = /^ +(?=#)/.exec(text.slice(end, nextLine(text, end)))?.[0].length ?? 0;
  const isPadding = blanks > 0 && (sharesColumn(text, end + blanks) || (longer > 0 && blanks >= PADDING));
  if (!isPadding) return null;
  if (longer < 0) return { span: span(end, end), insert: ' '.repeat(-longer) };
  return { span: span(end, end + Math.min(longer, blanks - 1)), insert: '' };
}

/** In characters: the text is bytes of UTF-8. */
function growthOf(text: string, edits: readonly TextEdit[]): number {
  const width = (bytes: string): number => bytes.replace(/[\x80-\xbf]/g, '').length;
  return edits.reduce((sum, { span: old, insert }) => sum + width(insert) - width(text.slice(old.start, old.end)), 0);
}

/** Whether a comment begins in the same column as one in the line above or below. */
function sharesColumn(text: string, comment: number): boolean {
  const start = lineStart(text, comment);
  const [column, below] = [comment - start, nextLine(text, comment)];
  const above = start === 0 ? null : lineStart(text, start - 1);
  const hasOne = (line: number): boolean =>
    line + column < nextLine(text, line) && text.startsWith(' #', line + column - 1);
  return (above !== null && hasOne(above)) || hasOne(below);
}
