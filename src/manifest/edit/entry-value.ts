import { type Span, span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { YamlEntry, YamlMap } from '../yaml/yaml-node.ts';
import { editBlockMapping } from './block-mapping.ts';
import { editFlowMapping } from './flow-mapping.ts';
import { entryEnd, indentAt, isFlow, lineEndAt, lineStart, nextLine, nodeEnd } from './yaml-lines.ts';

/** How a name is written as YAML. */
export type Spelling = (name: string) => string;

export type EntrySite = { readonly mapping: YamlMap; readonly entry: YamlEntry };

/** Gives an entry of a section a part: as its value, or as that of the key `part` where its value is a mapping. */
export function assignPart(
  text: string,
  { mapping, entry }: EntrySite,
  part: string,
  spell: Spelling,
): readonly TextEdit[] {
  const { value } = entry;
  if (value.kind !== 'map') return [replaceScalar(text, { mapping, entry }, part, spell)];
  const inner = value.entries.find(({ key }) => key === 'part');
  if (inner) return [replaceScalar(text, { mapping: value, entry: inner }, part, spell)];
  const [first, ...others] = value.entries.map((one) => ({ entry: one, stays: true, before: [], behind: [] }));
  const line = `${spell('part')}: ${spell(part)}`;
  const written = first
    ? { entries: [{ ...first, before: [line] }, ...others], alone: [] }
    : { entries: [], alone: [line] };
  return isFlow(text, value) ? editFlowMapping(text, value, written) : editBlockMapping(text, written);
}

function replaceScalar(text: string, { mapping, entry }: EntrySite, part: string, spell: Spelling): TextEdit {
  const { value } = entry;
  const { start } = value.span;
  if (start < value.span.end) {
    const quote = text[start] === '"' || text[start] === "'" ? text[start] : null;
    const insert = quote === null ? spell(part) : quote + part + quote;
    return beforeComment(text, span(start, nodeEnd(text, value)), insert);
  }
  const end = entryEnd(text, entry);
  const hasColon = text.slice(entry.keySpan.end, end).includes(':');
  return beforeComment(text, span(end, end), `${hasColon ? '' : colon(text, mapping, entry)} ${spell(part)}`);
}

/** A replacement that keeps the column of a comment behind it, if there is one and room for it: a blank stays at least. */
function beforeComment(text: string, old: Span, insert: string): TextEdit {
  const longer = insert.length - (old.end - old.start);
  const blanks = /^ +(?=#)/.exec(text.slice(old.end, nextLine(text, old.end)))?.[0].length ?? 0;
  const isInColumn = blanks > 0 && !insert.includes('\n') && sharesColumn(text, old.end + blanks);
  if (!isInColumn) return { span: old, insert };
  if (longer < 0) return { span: old, insert: insert + ' '.repeat(-longer) };
  return { span: span(old.start, old.end + Math.min(longer, blanks - 1)), insert };
}

/** Whether a comment begins in the same column as one in the line above or below. */
function sharesColumn(text: string, comment: number): boolean {
  const start = lineStart(text, comment);
  const [column, below] = [comment - start, nextLine(text, comment)];
  const above = start === 0 ? null : lineStart(text, start - 1);
  const hasOne = (line: number): boolean =>
    line + column < nextLine(text, line) && text.startsWith(' #', line + column - 1);
  return (above !== null && hasOne(above)) || hasOne(below);
}

/** What stands before the value of an entry that is a key alone: `? blk_new` in a block, `{blk_new}` in flow style. */
function colon(text: string, mapping: YamlMap, { keySpan }: YamlEntry): string {
  if (!isFlow(text, mapping)) return `${lineEndAt(text, keySpan.start)}${indentAt(text, keySpan.start)}:`;
  return ' :';
}
