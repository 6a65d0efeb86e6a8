import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOf } from '../../text/place.ts';
import { applyEdits } from '../../text/text-edit.ts';
import type { Manifest } from '../manifest.ts';
import { parseManifest } from '../parse-manifest.ts';
import { decodeUtf8 } from '../yaml/decode.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { changedManifest, sameContent } from './changed-manifest.ts';
import { editSection, inlineEntry } from './edit-section.ts';
import type { EditableSection, ManifestChange } from './manifest-change.ts';

export type EditedManifest =
  | { readonly kind: 'edited'; readonly manifest: Manifest }
  | { readonly kind: 'uneditable'; readonly finding: Diagnostic };

/**
 * The manifest with the changes made in its text, and every byte that no change concerns as it was: order, quotes,
 * indentation, line ends, block or flow style.
 *
 * New entries beside the same one keep the order in which they are given. A new entry has no comment; it goes above the
 * comment lines directly above the entry that it precedes, so that those stay with theirs. A removed entry takes along
 * the comment behind it on its line, and comment lines below it that are indented deeper than it. A comment above it
 * stays, even if it speaks of that entry alone: it may head those that follow, and you must judge. Assigning a part
 * replaces the part's name alone. A block mapping that loses its last entry becomes `{}`, and `{}` that gets one
 * becomes a block mapping where the manifest itself is one.
 *
 * The result has been parsed, and holds what the changes ask for; that it does not is a bug, and throws.
 */
export function editManifest(manifest: Manifest, changes: readonly ManifestChange[]): EditedManifest {
  const { source } = manifest;
  const { root } = parseYaml(decodeUtf8(source.text).decoded);
  if (root === null || root.kind !== 'map') throw new Error('a sound manifest is not a mapping');
  const inline = inlineEntry(source.text, root);
  if (inline !== null) {
    const message = `the entry '${inline.key}' does not begin on a line of its own`;
    return { kind: 'uneditable', finding: diagnostic('manifest-uneditable', message, placeOf(source, inline.keySpan)) };
  }
  const sections = ['prototypes', 'declarations'] as const;
  const edits = sections.flatMap((section) =>
    editSection(source.text, root, section, ofSection(manifest, section, changes)),
  );
  const text = applyEdits(source.text, edits);
  const { manifest: edited } = parseManifest({ path: source.path, text });
  if (edited === null || !sameContent(edited, changedManifest(manifest, changes))) {
    throw new Error(`the edited manifest does not say what it should:\n${text}`);
  }
  return { kind: 'edited', manifest: edited };
}

/** A change that speaks of an entry which is not there, or which is there already, is a bug. */
function ofSection(
  manifest: Manifest,
  section: EditableSection,
  changes: readonly ManifestChange[],
): readonly ManifestChange[] {
  const own = changes.filter((change) => change.section === section);
  for (const { kind, name } of own) {
    if (manifest[section].has(name) === (kind === 'add')) throw new Error(`cannot ${kind} '${name}' in ${section}`);
  }
  return own;
}
