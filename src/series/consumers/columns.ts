const TAB = 8;

/** The column, from 0, behind a text that begins a line; a tab leads to the next multiple of 8. */
export function columnAfter(line: string): number {
  let column = 0;
  for (const char of line) column += char === '\t' ? TAB - (column % TAB) : 1;
  return column;
}

/** The text of a line up to an offset. */
export function lineUpTo(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}
