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
    return shortened(displayText(shown.slice(0, endOf(shown)).join('\n')), LONGEST);
  };
}

const LITERAL = /\\["'\\]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** Lines until the body's braces are closed, or one begins with a brace. */
function endOf(lines: readonly string[]): number {
  let [depth, isBegun] = [0, false];
  for (const [at, line] of lines.entries()) {
    for (const brace of line.replace(LITERAL, '').match(/[{}]/g) ?? []) {
      depth += brace === '{' ? 1 : -1;
      isBegun = true;
    }
    if (line.startsWith('}') || (isBegun && depth <= 0)) return at + 1;
  }
  return lines.length;
}
