import { type Span, span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { YamlEntry } from '../yaml/yaml-node.ts';
import { entryEnd, indentAt, keepsBlankLines, lineEndAt, lineStart, nextLine } from './yaml-lines.ts';

/** A mapping's entries, and new ones as they should be written (`blk_new: graph`), without line ends and commas. */
export type WrittenMapping = {
  readonly entries: readonly {
    readonly entry: YamlEntry;
    readonly stays: boolean;
    readonly before: readonly string[];
    readonly behind: readonly string[];
  }[];
  readonly alone: readonly string[];
};

/** The edits of a block mapping, in whole lines. New lines get `indent`, by default that of the entry beside them. */
export function editBlockMapping(
  text: string,
  { entries, alone }: WrittenMapping,
  indent: string | null = null,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const insert = (at: number, lines: readonly string[], { keySpan }: YamlEntry): void => {
    if (lines.length === 0) return;
    const blanks = indent ?? indentAt(text, keySpan.start);
    edits.push(
      linesAt(
        text,
        at,
        lines.map((line) => blanks + line),
        lineEndAt(text, keySpan.start),
      ),
    );
  };
  let end = 0;
  let above: YamlEntry | null = null;
  for (const { entry, stays, before, behind } of entries) {
    const extent = entryLines(text, entry);
    insert(Math.max(end, commentsAbove(text, extent.start)), before, entry);
    end = extent.end;
    if (stays) {
      insert(end, behind, entry);
      above = entry;
      continue;
    }
    // Else the blank lines below would become part of the entry above.
    if (above !== null && keepsBlankLines(text, above.value)) end = skipBlankLines(text, end);
    edits.push({ span: span(extent.start, end), insert: '' });
  }
  const last = entries.at(-1);
  if (last) insert(lineStart(text, last.entry.keySpan.start), alone, last.entry);
  return edits;
}

/** Inserts lines, given without line ends, at the start of a line or at the end of the text. */
export function linesAt(text: string, at: number, lines: readonly string[], lineEnd: string): TextEdit {
  const isBehindOpenLine = at > 0 && text[at - 1] !== '\n';
  const insert = isBehindOpenLine
    ? lines.map((line) => lineEnd + line).join('')
    : lines.map((line) => line + lineEnd).join('');
  return { span: span(at, at), insert };
}

/** Whether something other than blanks, an anchor, a tag or `?` stands before an entry on its line. */
export function isInline(text: string, { keySpan }: YamlEntry): boolean {
  const lead = text.slice(lineStart(text, keySpan.start), keySpan.start);
  return !/^(?:\xef\xbb\xbf)?[ \t]*(?:(?:\?|[&!][^ \t]*)[ \t]+)*$/.test(lead);
}

/** The whole lines of an entry, with the comment lines below it that are indented deeper than it. */
function entryLines(text: string, entry: YamlEntry): Span {
  const start = lineStart(text, entry.keySpan.start);
  const indent = indentAt(text, start).length;
  let end = nextLine(text, entryEnd(text, entry));
  while (isCommentLine(text, end) && indentAt(text, end).length > indent) end = nextLine(text, end);
  return span(start, end);
}

/** The start of the first of the comment lines directly above the line that starts at `start`. */
function commentsAbove(text: string, start: number): number {
  let first = start;
  while (first > 0 && isCommentLine(text, lineStart(text, first - 1))) first = lineStart(text, first - 1);
  return first;
}

function skipBlankLines(text: string, start: number): number {
  const blank = /(?:[ \t]*\r?\n)*/y;
  blank.lastIndex = start;
  return start + (blank.exec(text)?.[0].length ?? 0);
}

function isCommentLine(text: string, start: number): boolean {
  return text[start + indentAt(text, start).length] === '#';
}
