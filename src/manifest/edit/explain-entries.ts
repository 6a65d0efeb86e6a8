import { bytesOfText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { Manifest } from '../manifest.ts';
import { parseManifest } from '../parse-manifest.ts';
import { decodeUtf8 } from '../yaml/decode.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { valueAt, type YamlEntry, type YamlMap } from '../yaml/yaml-node.ts';
import { editBlockMapping } from './block-mapping.ts';
import { sameContent } from './changed-manifest.ts';
import { spellingOf } from './edit-section.ts';
import type { Spelling } from './entry-value.ts';
import { editFlowMapping } from './flow-mapping.ts';
import { beforeComment, withColumn } from './keep-column.ts';
import { namedEntries } from './planned-mapping.ts';
import { entryEnd, isFlow, nodeEnd } from './yaml-lines.ts';

/**
 * The manifest with these reasons as `why` of its prototypes, and every other byte as it was: `blk_new: graph` becomes
 * `blk_new: { part: graph, why: "..." }`. Null takes a reason away. Names (latin1) that the manifest does not list, and
 * entries that say so already, are left alone. A reason is one line of text.
 */
export function explainEntries(manifest: Manifest, reasons: ReadonlyMap<string, string | null>): Manifest {
  const { source } = manifest;
  const { root } = parseYaml(decodeUtf8(source.text).decoded);
  const section = valueAt(root, 'prototypes');
  if (root?.kind !== 'map' || section?.kind !== 'map') return manifest;
  const spell = spellingOf(source.text, root);
  const edits = namedEntries(section).flatMap(([name, entry]) => {
    const why = reasons.get(name);
    return why === undefined || why === (manifest.prototypes.get(name)?.why ?? null)
      ? []
      : explain(source.text, section, entry, why, spell);
  });
  if (edits.length === 0) return manifest;
  const text = applyEdits(source.text, edits);
  const { manifest: edited } = parseManifest({ path: source.path, text });
  if (edited === null || !sameContent(edited, explained(manifest, reasons))) {
    throw new Error(`the explained manifest does not say what it should:\n${text}`);
  }
  return edited;
}

function explained(manifest: Manifest, reasons: ReadonlyMap<string, string | null>): Manifest {
  const prototypes = [...manifest.prototypes].map(([name, entry]) => {
    const why = reasons.get(name);
    return [name, why === undefined ? entry : { ...entry, why }] as const;
  });
  return { ...manifest, prototypes: new Map(prototypes) };
}

function explain(
  text: string,
  section: YamlMap,
  entry: YamlEntry,
  why: string | null,
  spell: Spelling,
): readonly TextEdit[] {
  const { value } = entry;
  const line = why === null ? null : `${spell('why')}: ${bytesOfText(JSON.stringify(why))}`;
  if (value.kind === 'map') return explainMap(text, value, line);
  if (line === null) return [];
  const { start, end } = value.span;
  if (start < end) {
    const part = spell(value.kind === 'scalar' ? value.text : '');
    const insert = `{ ${spell('part')}: ${part}, ${line} }`;
    return [beforeComment(text, { span: span(start, nodeEnd(text, value)), insert })];
  }
  const at = entryEnd(text, entry);
  const colon = text.slice(entry.keySpan.end, at).includes(':') ? '' : isFlow(text, section) ? ' :' : ':';
  return [beforeComment(text, { span: span(at, at), insert: `${colon} { ${line} }` })];
}

function explainMap(text: string, value: YamlMap, line: string | null): readonly TextEdit[] {
  const entries = value.entries.map((one) => ({
    entry: one,
    stays: one.key !== 'why',
    before: [],
    behind: [] as string[],
  }));
  const last = entries.findLast(({ stays }) => stays);
  if (line !== null) last?.behind.push(line);
  const written = { entries, alone: last === undefined && line !== null ? [line] : [] };
  return isFlow(text, value)
    ? withColumn(text, value.span, editFlowMapping(text, value, written))
    : editBlockMapping(text, written);
}
