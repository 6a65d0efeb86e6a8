/** Both 1-based; the column counts bytes from the line's start, as gcc and git do. */
export type Position = { readonly line: number; readonly column: number };

/** Offsets at which the lines of a text start; a line ends after its `\n`. */
export type LineIndex = { readonly starts: readonly number[]; readonly length: number };

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { starts, length: text.length };
}

/** The position of a byte offset; offsets past the end count as the end. */
export function positionAt(lines: LineIndex, offset: number): Position {
  const line = lineNumberAt(lines, Math.min(offset, lines.length));
  return { line, column: Math.min(offset, lines.length) - (lines.starts[line - 1] ?? 0) + 1 };
}

/** 1-based number of the line that holds the byte at `offset`. */
export function lineNumberAt(lines: LineIndex, offset: number): number {
  let low = 0;
  let high = lines.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
