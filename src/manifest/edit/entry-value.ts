import { span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { YamlEntry, YamlMap } from '../yaml/yaml-node.ts';
import { editBlockMapping } from './block-mapping.ts';
import { editFlowMapping } from './flow-mapping.ts';
import { beforeComment, withColumn } from './keep-column.ts';
import { entryEnd, indentAt, isFlow, lineEndAt, nodeEnd } from './yaml-lines.ts';

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
  if (inner) {
    const edit = replaceScalar(text, { mapping: value, entry: inner }, part, spell);
    return isFlow(text, value) ? withColumn(text, value.span, [edit]) : [edit];
  }
  const [first, ...others] = value.entries.map((one) => ({ entry: one, stays: true, before: [], behind: [] }));
  const line = `${spell('part')}: ${spell(part)}`;
  const written = first
    ? { entries: [{ ...first, before: [line] }, ...others], alone: [] }
    : { entries: [], alone: [line] };
  return isFlow(text, value)
    ? withColumn(text, value.span, editFlowMapping(text, value, written))
    : editBlockMapping(text, written);
}

function replaceScalar(text: string, { mapping, entry }: EntrySite, part: string, spell: Spelling): TextEdit {
  const { value } = entry;
  const { start } = value.span;
  if (start < value.span.end) {
    const quote = text[start] === '"' || text[start] === "'" ? text[start] : null;
    const insert = quote === null ? spell(part) : quote + part + quote;
    return beforeComment(text, { span: span(start, nodeEnd(text, value)), insert });
  }
  const end = entryEnd(text, entry);
  const hasColon = text.slice(entry.keySpan.end, end).includes(':');
  const insert = `${hasColon ? '' : colon(text, mapping, entry)} ${spell(part)}`;
  return beforeComment(text, { span: span(end, end), insert });
}

/** What stands before the value of an entry that is a key alone: `? blk_new` in a block, `{blk_new}` in flow style. */
function colon(text: string, mapping: YamlMap, { keySpan }: YamlEntry): string {
  if (!isFlow(text, mapping)) return `${lineEndAt(text, keySpan.start)}${indentAt(text, keySpan.start)}:`;
  return ' :';
}
