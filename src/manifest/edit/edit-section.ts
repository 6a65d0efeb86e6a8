import { span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { scalar } from '../scalar.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/yaml-node.ts';
import { editBlockMapping, isInline, linesAt } from './block-mapping.ts';
import { assignPart, type Spelling } from './entry-value.ts';
import { editFlowMapping } from './flow-mapping.ts';
import type { EditableSection, ManifestChange } from './manifest-change.ts';
import { type NewEntry, namedEntries, type PlannedMapping, planMapping } from './planned-mapping.ts';
import { indentAt, isFlow, lineEndAt, nextLine } from './yaml-lines.ts';

/** The edits that make the changes, all of them of this section of the manifest `root`. */
export function editSection(
  text: string,
  root: YamlMap,
  section: EditableSection,
  changes: readonly ManifestChange[],
): readonly TextEdit[] {
  if (changes.length === 0) return [];
  const spell = spellingOf(text, root);
  const entry = root.entries.find(({ key }) => key === section) ?? null;
  if (entry === null || entry.value.kind !== 'map') return addSection(text, root, section, changes);
  const { value } = entry;
  const plan = planMapping(namedEntries(value), changes);
  const parts = new Map(changes.flatMap((change) => (change.kind === 'assign' ? [[change.name, change.part]] : [])));
  const assigned = namedEntries(value).flatMap(([name, one]) => {
    const part = parts.get(name);
    return part === undefined ? [] : assignPart(text, { mapping: value, entry: one }, part, spell);
  });
  if (!isFlow(text, value)) {
    const isEmptied = plan.alone.length === 0 && !plan.entries.some(({ stays }) => stays);
    const emptied = isEmptied ? [{ span: span(headEnd(text, entry), headEnd(text, entry)), insert: ' {}' }] : [];
    return [...emptied, ...assigned, ...editBlockMapping(text, linesOf(plan, spell))];
  }
  const isBare = /^\{[ \t]*\}$/.test(text.slice(value.span.start, value.span.end));
  if (isBare && !isFlow(text, root)) return fillEmpty(text, root, entry, plan.alone, spell);
  return [...assigned, ...editFlowMapping(text, value, linesOf(plan, spell))];
}

/**
 * An entry of the sections that does not begin its line (`? prototypes` above `: blk_new: graph` can do that): whole
 * lines cannot be taken from there. Null when there is none.
 */
export function inlineEntry(text: string, root: YamlMap): YamlEntry | null {
  if (isFlow(text, root)) return null;
  const sections = root.entries.filter(({ key }) => key === 'prototypes' || key === 'declarations');
  return sections.flatMap(({ value }) => inlineEntries(text, value))[0] ?? null;
}

function inlineEntries(text: string, node: YamlNode): readonly YamlEntry[] {
  if (node.kind !== 'map' || isFlow(text, node)) return [];
  return node.entries.flatMap((entry) => (isInline(text, entry) ? [entry] : inlineEntries(text, entry.value)));
}

/** How names are written: a manifest that is JSON stays JSON. */
export function spellingOf(text: string, root: YamlMap): Spelling {
  const isJson = isFlow(text, root) && text[root.entries[0]?.keySpan.start ?? -1] === '"';
  return isJson ? (name) => JSON.stringify(name) : scalar;
}

function linesOf(plan: PlannedMapping<YamlEntry>, spell: Spelling) {
  const line = ({ name, part }: NewEntry): string => `${spell(name)}: ${spell(part)}`;
  return {
    entries: plan.entries.map((planned) => ({
      ...planned,
      before: planned.before.map(line),
      behind: planned.behind.map(line),
    })),
    alone: plan.alone.map(line),
  };
}

/** A section that the manifest does not have goes below its last one. */
function addSection(
  text: string,
  root: YamlMap,
  section: EditableSection,
  changes: readonly ManifestChange[],
): readonly TextEdit[] {
  const spell = spellingOf(text, root);
  const { alone } = linesOf(planMapping([], changes), spell);
  const others = root.entries.map((entry) => ({ entry, stays: true, before: [], behind: [] as string[] }));
  if (isFlow(text, root)) {
    others.at(-1)?.behind.push(`${spell(section)}: {${alone.join(', ')}}`);
    return editFlowMapping(text, root, { entries: others, alone: [] });
  }
  const indent = indentAt(text, root.entries[0]?.keySpan.start ?? 0);
  const lines = [`${indent}${section}:`, ...alone.map((line) => indentOfEntries(text, root) + line)];
  others.at(-1)?.behind.push('', ...lines);
  return editBlockMapping(text, { entries: others, alone: [] }, '');
}

/** `{}` becomes a block mapping: with more than a few entries, one line would not do. */
function fillEmpty(
  text: string,
  root: YamlMap,
  section: YamlEntry,
  entries: readonly NewEntry[],
  spell: Spelling,
): readonly TextEdit[] {
  const { end } = section.value.span;
  const lines = entries.map(({ name, part }) => `${indentOfEntries(text, root)}${spell(name)}: ${spell(part)}`);
  return [
    { span: span(headEnd(text, section), end), insert: '' },
    linesAt(text, nextLine(text, end), lines, lineEndAt(text, end)),
  ];
}

/** The indentation of the sections' entries, as the first block mapping in the manifest has it. */
function indentOfEntries(text: string, root: YamlMap): string {
  const first = root.entries.find(
    ({ value }) => value.kind === 'map' && value.entries.length > 0 && !isFlow(text, value),
  );
  const entry = first?.value.kind === 'map' ? first.value.entries[0] : undefined;
  return entry ? indentAt(text, entry.keySpan.start) : `${indentAt(text, root.entries[0]?.keySpan.start ?? 0)}  `;
}

/** Behind the colon of a key, and the anchor or tag that may follow it on its line. */
function headEnd(text: string, { keySpan }: YamlEntry): number {
  const head = /[^:]*:(?:[ \t]+[&!][^ \t\r\n]*)*/y;
  head.lastIndex = keySpan.end;
  return keySpan.end + (head.exec(text)?.[0].length ?? 0);
}
