import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../text/source-text.ts';
import { span } from '../text/span.ts';
import { diagnosticsOf, type Finding, finding, isError } from './finding.ts';
import type { Manifest } from './manifest.ts';
import type { PartsDraft } from './read/part-draft.ts';
import { readManifest } from './read/read-manifest.ts';
import { readParts } from './read/read-parts.ts';
import { checkAssertWhy } from './rules/assert-why.ts';
import { checkDefinitionsLength } from './rules/definitions-length.ts';
import { checkParts } from './rules/index.ts';
import { checkWrapperRemove } from './rules/wrapper-remove.ts';
import { checkShape } from './shape/check-shape.ts';
import { manifestShape } from './shape/manifest-shape.ts';
import { checkReadable } from './yaml/check-readable.ts';
import { decodeUtf8 } from './yaml/decode.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { valueAt, type YamlNode } from './yaml/yaml-node.ts';

/**
 * A manifest (YAML 1.2 in UTF-8) and every finding about it, in the order of the file. The manifest is null as soon as
 * one of them is an error. What needs the header or the tree (a prototype that the header lacks, say) is not looked at.
 */
export function parseManifest(source: SourceText): { manifest: Manifest | null; findings: Diagnostic[] } {
  const unreadable = checkReadable(source, 'the manifest');
  if (unreadable !== null) return { manifest: null, findings: [unreadable] };
  const { decoded, findings: ofBytes } = decodeUtf8(source.text);
  const { root, findings: ofYaml } = parseYaml(decoded);
  const draft = readParts(root);
  const isEmpty = root === null && ofYaml.length === 0;
  const other = seriesInstead(root);
  const ofContent = isEmpty ? [emptyManifest()] : other ? [other] : checkContent(root, draft, ofYaml);
  const findings = [...ofBytes, ...ofYaml, ...ofContent];
  const isSound = root !== null && !findings.some(isError);
  return {
    manifest: isSound ? readManifest(source, root, draft) : null,
    findings: diagnosticsOf(source, findings),
  };
}

function emptyManifest(): Finding {
  const next = '`header-split init HEADER` writes one to start from.';
  return { ...finding('manifest-missing-key', 'the manifest is empty', span(0, 1)), next };
}

/** The two stand side by side, and `*.yaml` names both. */
function seriesInstead(root: YamlNode | null): Finding | null {
  const named = root === null ? null : valueAt(root, 'manifests');
  if (root === null || named === null || valueAt(root, 'header') !== null) return null;
  const next = 'Leave it out here, or give it to `header-split series --file`.';
  return { ...finding('manifest-unknown-key', 'this is a series file, not a manifest', named.span), next };
}

/**
 * After a syntax error YAML is read with other nesting than was meant. Findings before the first one hold all the same;
 * those behind it, and those about something missing, would mislead.
 */
function checkContent(root: YamlNode | null, draft: PartsDraft, ofYaml: readonly Finding[]): Finding[] {
  if (root === null) return [];
  const errors = ofYaml.filter(({ code }) => code === 'manifest-syntax');
  const soundUntil = errors.reduce((least, { at }) => Math.min(least, at.start), Number.POSITIVE_INFINITY);
  const partsEnd = valueAt(root, 'parts')?.span.end ?? 0;
  const parts = draft.parts.length === 0 || partsEnd > soundUntil ? null : draft.parts.map(({ name }) => name);
  const found = [
    ...checkShape(root, manifestShape, { document: 'the manifest', where: '', parts }),
    ...checkParts(draft),
    ...checkDefinitionsLength(root),
    ...checkWrapperRemove(root),
    ...checkAssertWhy(root),
  ];
  if (errors.length === 0) return found;
  return found.filter(({ at, code }) => at.end < soundUntil && code !== 'manifest-missing-key');
}
