import { paintFor } from './colour.ts';

/** A patch in git's colours for a terminal: bold headers, cyan hunk lines, red and green; as it is when `on` is false. */
export function colourPatch(patch: string, on: boolean): string {
  if (!on) return patch;
  const paint = paintFor(true);
  // Lines left in the hunk: inside one, `--- x` is a removed line, not a header.
  let before = 0;
  let after = 0;
  return patch.replace(/[^\n]+/g, (line) => {
    if (line.startsWith('\\')) return line;
    if (before === 0 && after === 0) {
      const hunk = /^(@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@)(.*)$/s.exec(line);
      if (!hunk) return paint.bold(line);
      before = Number(hunk[2] ?? 1);
      after = Number(hunk[3] ?? 1);
      return paint.cyan(hunk[1] ?? '') + (hunk[4] ?? '');
    }
    if (!line.startsWith('+')) before--;
    if (!line.startsWith('-')) after--;
    if (line.startsWith('+')) return paint.green(line);
    return line.startsWith('-') ? paint.red(line) : line;
  });
}
