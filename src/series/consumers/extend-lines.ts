import { type Span, span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { indexBefore, sortOrder } from './sort-order.ts';

/**
 * The edits that repeat a line with other names in it, for text of any form; none when such lines are there already.
 * null when the line is not one of a list: a line above or below must differ from it in nothing but the name of a
 * header. `names`: the new names, spelt as the one at `name` is.
 */
export function extendLines(text: string, name: Span, names: readonly string[]): readonly TextEdit[] | null {
  const start = text.lastIndexOf('\n', name.start - 1) + 1;
  const newline = text.indexOf('\n', name.end);
  if (newline < 0) return null;
  const before = text.slice(start, name.start);
  // A patch or a test's expected output: what it shows is no list of this tree.
  if (/#\s*include\b/.test(before)) return null;
  const after = text.slice(name.end, newline + 1);
  const own = { name: text.slice(name.start, name.end), start, end: newline + 1 };
  const likeIt = (at: number): NamedLine | null => lineLike(text, at, before, after);
  const lines = [...linesAbove(text, start, likeIt), own, ...linesBelow(newline + 1, likeIt)];
  if (lines.length === 1) return null;
  const entries = lines.map((line) => line.name);
  const order = sortOrder(entries);
  const wanted = names.filter((one) => !entries.includes(one));
  return (order ? [...wanted].sort(order) : wanted).map((one) => {
    const at = lines[indexBefore(entries, one, order, lines.indexOf(own))]?.end ?? lines[0]?.start ?? start;
    return { span: span(at, at), insert: before + one + after };
  });
}

/** Offsets of a line with its line end. */
type NamedLine = { readonly name: string; readonly start: number; readonly end: number };

/** The line that starts at an offset, if nothing but a header's name stands between the two texts. */
function lineLike(text: string, start: number, before: string, after: string): NamedLine | null {
  const newline = text.indexOf('\n', start);
  if (newline < 0) return null;
  const line = text.slice(start, newline + 1);
  if (!line.startsWith(before) || !line.endsWith(after)) return null;
  const name = line.slice(before.length, Math.max(before.length, line.length - after.length));
  return HEADER.test(name) ? { name, start, end: newline + 1 } : null;
}

type LikeIt = (start: number) => NamedLine | null;

function linesAbove(text: string, start: number, likeIt: LikeIt): readonly NamedLine[] {
  const lines: NamedLine[] = [];
  for (let at = start; at > 0; ) {
    const line = likeIt(text.lastIndexOf('\n', at - 2) + 1);
    if (line === null) break;
    lines.unshift(line);
    at = line.start;
  }
  return lines;
}

function linesBelow(start: number, likeIt: LikeIt): readonly NamedLine[] {
  const lines: NamedLine[] = [];
  for (let line = likeIt(start); line !== null; line = likeIt(line.end)) lines.push(line);
  return lines;
}

const HEADER = /^[\w./+-]+\.(?:h|hh|hpp|hxx|inc|def)$/;
