import { bytesOfText } from '../../text/source-text.ts';
import type { Located, Part } from '../manifest.ts';
import { entriesOf, itemsOf, textOf, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts';
import type { PartDraft, PartsDraft } from './part-draft.ts';
import { partFiles } from './part-file.ts';

/** Reads what can be read of the parts, whether or not the manifest is sound. */
export function readParts(root: YamlNode | null): PartsDraft {
  const seen = new Set<string>();
  const firsts = entriesOf(valueAt(root, 'parts')).filter(({ key }) => !seen.has(key) && seen.add(key));
  return {
    header: located(valueAt(root, 'header')),
    shared: located(valueAt(root, 'shared')),
    parts: firsts.map(readPart),
  };
}

/** The parts of a sound manifest, with what they leave out. */
export function completeParts(parts: readonly PartDraft[], header: string): Part[] {
  const files = partFiles(parts, header);
  return parts.map((part) => ({
    name: part.name,
    span: part.span,
    file: files.get(part) ?? '',
    guard: part.guard?.value ?? null,
    banner: part.banner,
    assert: part.assert,
    assertInclude: part.assertInclude,
    assertWhy: part.assertWhy,
    mayCall: part.mayCall,
    into: part.into?.value ?? null,
  }));
}

/** A text and its place; null when there is none. */
export function located(node: YamlNode | null): Located<string> | null {
  const text = textOf(node);
  return node === null || text === null ? null : { value: text, span: node.span };
}

/** Text that goes into a file, or is compared with one: as bytes. */
export function bytesAt(node: YamlNode | null): string | null {
  const text = textOf(node);
  return text === null ? null : bytesOfText(text);
}

function readPart({ key, keySpan, value }: YamlEntry): PartDraft {
  const mayCall = valueAt(value, 'may_call');
  return {
    name: key,
    span: keySpan,
    file: located(valueAt(value, 'file')),
    guard: located(valueAt(value, 'guard')),
    banner: bytesAt(valueAt(value, 'banner')),
    assert: bytesAt(valueAt(value, 'assert'))?.trim() ?? null,
    assertInclude: bytesAt(valueAt(value, 'assert_include')),
    assertWhy: textOf(valueAt(value, 'assert_why')),
    mayCall: mayCall === null ? null : itemsOf(mayCall).flatMap((item) => textOf(item) ?? []),
    into: located(valueAt(value, 'into')),
  };
}
