import { displayText } from '../text/source-text.ts';
import type { Tree } from '../text/tree.ts';
import { shortened } from './declared-functions.ts';

/** Lines of a definition that are shown. */
const MOST_LINES = 14;
const LONGEST = 3000;

/**
 * The first lines of a definition in a file, from the line that its name stands in; with the line above where that begins
 * it. A file is cut into lines once, for all the definitions in it.
 */
export function firstLinesIn(tree: Pick<Tree, 'read'>): (file: string, line: number) => string {
  const cut = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = cut.get(file) ?? (tree.read(file) ?? '').split('\n');
    cut.set(file, lines);
    const above = lines[line - 2] ?? '';
    // `static int` on a line of its own.
    const start = /^[A-Za-z_]/.test(lines[line - 1] ?? '') && /^[A-Za-z_][\w\s*]*$/.test(above) ? line - 2 : line - 1;
    const shown = lines.slice(start, start + MOST_LINES);
    const end = shown.findIndex((text) => /^\}/.test(text));
    return shortened(displayText((end < 0 ? shown : shown.slice(0, end + 1)).join('\n')), LONGEST);
  };
}
