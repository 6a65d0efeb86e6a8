/**
 * For each file that `readEach` visits and in which `part` stands: the lines with it, as one text (latin1). Nothing else
 * is made a text: most of a project's bytes are only looked through.
 */
export function linesInFiles(
  part: string,
  readEach: (visit: (path: string, bytes: Buffer) => void) => void,
): ReadonlyMap<string, string> {
  const wanted = Buffer.from(part, 'latin1');
  const found = new Map<string, string>();
  readEach((path, bytes) => {
    const lines: string[] = [];
    for (let at = bytes.indexOf(wanted); at >= 0; ) {
      const newline = bytes.indexOf(NEWLINE, at);
      const end = newline < 0 ? bytes.length : newline;
      lines.push(bytes.toString('latin1', bytes.lastIndexOf(NEWLINE, at) + 1, end));
      at = bytes.indexOf(wanted, end);
    }
    if (lines.length > 0) found.set(path, lines.join('\n'));
  });
  return found;
}

const NEWLINE = 10;
