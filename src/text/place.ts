import { indexLines, type LineIndex, positionAt } from './line-index.ts';
import { displayText, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/** Where a finding is, with all that a report needs to show it: no text has to be kept for that. */
export type Place = {
  /** Relative to the tree's root, or as the user spelt it (a manifest's path). */
  readonly file: string;
  /** 1-based; 0 when the finding speaks of the file as a whole. */
  readonly line: number;
  /** 1-based byte column; 0 with line 0. */
  readonly column: number;
  /** Byte column after the last marked byte, on the same line. */
  readonly endColumn: number;
  /** The line's text without its line end, for a code frame; empty with line 0. Of a very long line what is around. */
  readonly sourceLine: string;
  /** Byte column at which `sourceLine` begins: 1, unless the line is very long. */
  readonly sourceColumn: number;
};

/** Bytes to either side of a place that are kept of a line: there may be as many findings as a line has bytes. */
const MOST_AROUND = 1000;

/** The place of a span of a text; a span over several lines is marked to the end of its first. */
export function placeOf(source: SourceText, at: Span): Place {
  const lines = linesOf(source);
  const position = positionAt(lines, at.start);
  const lineStart = at.start - (position.column - 1);
  const next = lines.starts[position.line];
  const lineEnd = next === undefined ? source.text.length : next - 1;
  const from = characterStart(source.text, Math.max(lineStart, at.start - MOST_AROUND), lineEnd);
  const to = characterStart(source.text, Math.min(lineEnd, at.start + MOST_AROUND), lineEnd);
  const endColumn = Math.max(position.column + 1, Math.min(at.end, lineEnd) - lineStart + 1);
  return {
    file: source.path,
    line: position.line,
    column: position.column,
    endColumn,
    sourceLine: displayText(source.text.slice(from, to).replace(/\r$/, '')),
    sourceColumn: from - lineStart + 1,
  };
}

/** Where a character of UTF-8 begins, at an offset or behind it. */
function characterStart(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && at < offset + 3 && (text.charCodeAt(at) & 0xc0) === 0x80) at++;
  return at;
}

/** A header of thousands of lines may have thousands of findings. */
const indexed = new WeakMap<SourceText, LineIndex>();

function linesOf(source: SourceText): LineIndex {
  const lines = indexed.get(source) ?? indexLines(source.text);
  indexed.set(source, lines);
  return lines;
}

/** The place of a file as a whole. */
export function placeOfFile(file: string): Place {
  return { file, line: 0, column: 0, endColumn: 0, sourceLine: '', sourceColumn: 1 };
}
