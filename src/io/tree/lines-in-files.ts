import { nextOfAny } from '../../text/tree.ts';

/**
 * For each file that `readEach` visits and in which one of `parts` stands: the lines with one, as one text (latin1).
 * Nothing else is made a text: most of a project's bytes are only looked through.
 */
export function linesInFiles(
  parts: readonly string[],
  readEach: (visit: (path: string, bytes: Buffer) => void) => void,
): ReadonlyMap<string, string> {
  const wanted = parts.map((part) => Buffer.from(part, 'latin1'));
  const found = new Map<string, string>();
  readEach((path, bytes) => {
    const lines: string[] = [];
    const next = nextOfAny(wanted.length, (part, from) => bytes.indexOf(wanted[part] ?? bytes, from));
    for (let at = next(0); at >= 0; ) {
      const newline = bytes.indexOf(NEWLINE, at);
      const end = newline < 0 ? bytes.length : newline;
      lines.push(bytes.toString('latin1', bytes.lastIndexOf(NEWLINE, at) + 1, end));
      at = next(end);
    }
    if (lines.length > 0) found.set(path, lines.join('\n'));
  });
  return found;
}

const NEWLINE = 10;
