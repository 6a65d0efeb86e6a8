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
  /** The line's text without its line end, for a code frame; empty with line 0. */
  readonly sourceLine: string;
};

/** The place of a span of a text; a span over several lines is marked to the end of its first. */
export function placeOf(source: SourceText, at: Span): Place {
  const position = positionAt(linesOf(source), at.start);
  const lineStart = at.start - (position.column - 1);
  const newline = source.text.indexOf('\n', lineStart);
  const lineEnd = newline < 0 ? source.text.length : newline;
  const sourceLine = source.text.slice(lineStart, lineEnd).replace(/\r$/, '');
  const endColumn = Math.max(position.column + 1, Math.min(at.end, lineEnd) - lineStart + 1);
  return {
    file: source.path,
    line: position.line,
    column: position.column,
    endColumn,
    sourceLine: displayText(sourceLine),
  };
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
  return { file, line: 0, column: 0, endColumn: 0, sourceLine: '' };
}
