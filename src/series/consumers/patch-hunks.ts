import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { quotePath } from '../../diff/quote-path.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { type Span, span } from '../../text/span.ts';

/** One hunk of a unified diff. Lines have their line ends, the last of a file perhaps none. */
export type PatchHunk = {
  /** The `@@` line. */
  readonly at: Span;
  /** Index of the first old line, from 0, by its own account. */
  readonly start: number;
  readonly old: readonly string[];
  readonly now: readonly string[];
  /** Its last line has no line end: it can stand at the end of the file only. */
  readonly atEnd: boolean;
};

export type PatchHunks = { readonly hunks: readonly PatchHunk[]; readonly findings: readonly Diagnostic[] };

/**
 * The hunks of a patch or mail, which must be about one file and change its text alone. All text around is passed over.
 */
export function patchHunks(patch: SourceText, file: string): PatchHunks {
  const hunks: PatchHunk[] = [];
  const findings: Diagnostic[] = [];
  const lines = linesOf(patch.text);
  let names: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const next = lines[at + 1]?.text ?? '';
    if (line.text.startsWith('--- ') && next.startsWith('+++ ')) {
      names = pathIn(next, file) ?? pathIn(line.text, file);
      if (names === null) findings.push(otherFile(patch, lines[at + 1]?.at ?? line.at, file));
      at += 1;
    } else {
      const other = OTHER_CHANGE.exec(line.text)?.[0];
      if (other !== undefined) findings.push(unfit(`the patch does more than change text: '${other}'`, patch, line.at));
      const head = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line.text);
      if (!head) continue;
      const read = readHunk(lines, at, head);
      if (read === null) findings.push(unfit('the patch ends within a hunk', patch, line.at));
      else if (names !== null) hunks.push(read.hunk);
      at = read?.end ?? lines.length;
    }
  }
  if (hunks.length === 0 && findings.length === 0) {
    const place = placeOfFile(patch.path);
    findings.push(diagnostic('consumer-change-unfit', `the patch has no hunk for ${file}`, place));
  }
  return { hunks, findings };
}

/** git's extended headers. */
const OTHER_CHANGE =
  /^(?:deleted file mode|new file mode|old mode|rename from|copy from|GIT binary patch|Binary files)\b.*/;

/** A finding about a change that does not fit, at its place in the patch or the series file. */
export function unfit(message: string, source: SourceText, at: Span): Diagnostic {
  return diagnostic('consumer-change-unfit', message, placeOf(source, at));
}

type Line = { readonly text: string; readonly at: Span };

function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map((match) => {
    const [line] = match;
    return { text: line, at: span(match.index, match.index + line.length) };
  });
}

function readHunk(
  lines: readonly Line[],
  head: number,
  [, start = '', oldCount = '1', newCount = '1']: RegExpExecArray,
): { readonly hunk: PatchHunk; readonly end: number } | null {
  const old: string[] = [];
  const now: string[] = [];
  let atEnd = false;
  let end = head;
  while (old.length < Number(oldCount) || now.length < Number(newCount)) {
    end += 1;
    const line = lines[end]?.text ?? '';
    // Mailers cut the blank that an empty line of context consists of.
    const [sign, written] = /^\r?\n$/.test(line) ? [' ', line] : [line[0], line.slice(1)];
    atEnd ||= isLastWithoutEnd(lines, end);
    const content = isLastWithoutEnd(lines, end) ? written.replace(/\n$/, '') : written;
    if (sign === ' ' || sign === '-') old.push(content);
    if (sign === ' ' || sign === '+') now.push(content);
    if (sign !== ' ' && sign !== '-' && sign !== '+' && sign !== '\\') return null;
  }
  const line = lines[head];
  const first = Number(start) - (Number(oldCount) === 0 ? 0 : 1);
  return line ? { hunk: { at: line.at, start: Math.max(0, first), old, now, atEnd }, end } : null;
}

function isLastWithoutEnd(lines: readonly Line[], at: number): boolean {
  return lines[at + 1]?.text.startsWith('\\') ?? false;
}

/** The file, if a `---` or `+++` line names it, with or without git's `a/` and `b/`. */
function pathIn(line: string, file: string): string | null {
  const named = /^(?:[^\t\r\n]|\r(?!\n?$))*/.exec(line.slice(4))?.[0] ?? '';
  const spellings = ['', 'a/', 'b/'].flatMap((prefix) => [prefix + file, quotePath(prefix + file)]);
  return spellings.includes(named) ? file : null;
}

function otherFile(patch: SourceText, at: Span, file: string): Diagnostic {
  return unfit(`the patch is for ${file} and changes another file too`, patch, at);
}
