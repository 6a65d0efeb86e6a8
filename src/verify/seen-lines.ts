/** Adds to `seen` the lines of files that `-E -dD` printed something of; `named` gives a file as the tree calls it. */
export function addSeenLines(text: string, named: (path: string) => string, seen: Map<string, Set<number>>): void {
  let lines = new Set<number>();
  let line = 0;
  const names = new Map<string, string>();
  for (const row of text.split('\n')) {
    const marker = MARKER.exec(row);
    if (marker !== null) {
      const spelt = marker[2] ?? '';
      const file = names.get(spelt) ?? named(spelt.replace(/\\(.)/g, '$1'));
      names.set(spelt, file);
      lines = seen.get(file) ?? new Set<number>();
      seen.set(file, lines);
      line = Number(marker[1]);
      continue;
    }
    if (row !== '') lines.add(line);
    line++;
  }
}

const MARKER = /^# (\d+) "((?:[^"\\]|\\.)*)"/;
