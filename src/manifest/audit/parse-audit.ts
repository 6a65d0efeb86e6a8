import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { bytesOfText, type SourceText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';
import { diagnosticsOf, type Finding, finding, isError } from '../finding.ts';
import type { Located } from '../manifest.ts';
import { located } from '../read/read-parts.ts';
import { checkShape } from '../shape/check-shape.ts';
import { checkReadable } from '../yaml/check-readable.ts';
import { decodeUtf8 } from '../yaml/decode.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { entriesOf, itemsOf, textOf, valueAt, type YamlNode } from '../yaml/yaml-node.ts';
import { type AuditRules, type EvidenceRule, type LockRule, OUTSIDE } from './audit-rules.ts';
import { auditShape } from './audit-shape.ts';

export type AuditFile = {
  readonly source: SourceText;
  /** Relative to the folder of the audit file, as written. */
  readonly manifests: readonly Located<string>[];
  readonly rules: AuditRules;
};

/**
 * An audit file (YAML 1.2 in UTF-8) and every finding about it; the file is null as soon as one is an error. `parts` are
 * those of its manifests; null: they are not known yet, and no part's name is looked at.
 */
export function parseAudit(
  source: SourceText,
  parts: readonly string[] | null,
): { readonly audit: AuditFile | null; readonly findings: readonly Diagnostic[] } {
  const unreadable = checkReadable(source, 'the audit file');
  if (unreadable !== null) return { audit: null, findings: [unreadable] };
  const { decoded, findings: ofBytes } = decodeUtf8(source.text);
  const { root, findings: ofYaml } = parseYaml(decoded);
  const isEmpty = root === null && ofYaml.length === 0;
  const ofContent = isEmpty ? [emptyAudit()] : checkContent(root, ofYaml, parts);
  const findings = [...ofBytes, ...ofYaml, ...ofContent];
  const isSound = root !== null && !findings.some(isError);
  return { audit: isSound ? readAudit(source, root) : null, findings: diagnosticsOf(source, findings) };
}

function emptyAudit(): Finding {
  const next = 'Write `version: 1` and the list `manifests`.';
  return { ...finding('manifest-missing-key', 'the audit file is empty', span(0, 1)), next };
}

/** After a syntax error only what stands before it is read as it was meant. */
function checkContent(
  root: YamlNode | null,
  ofYaml: readonly Finding[],
  parts: readonly string[] | null,
): readonly Finding[] {
  if (root === null) return [];
  const site = { document: 'the audit file', where: '', parts } as const;
  const found = [...checkShape(root, auditShape, site), ...(parts === null ? [] : checkParts(root, parts))];
  const errors = ofYaml.filter(({ code }) => code === 'manifest-syntax');
  if (errors.length === 0) return found;
  const soundUntil = Math.min(...errors.map(({ at }) => at.start));
  return found.filter(({ at, code }) => at.end < soundUntil && code !== 'manifest-missing-key');
}

/** Parts that are keys, which the shape does not know from other names. */
function checkParts(root: YamlNode, parts: readonly string[]): readonly Finding[] {
  const sections = entriesOf(valueAt(root, 'members')).map(({ key, value }) => ({ where: `members.${key}`, value }));
  const groups = [
    { where: 'contexts', value: valueAt(root, 'contexts'), also: [OUTSIDE] },
    ...sections.map((section) => ({ ...section, also: [] })),
  ];
  return groups.flatMap(({ where, value, also }) =>
    entriesOf(value).flatMap(({ key, keySpan }) => {
      const known = [...parts, ...also];
      if (known.includes(key)) return [];
      const nearest = nearestName(key, known);
      const offer = nearest === null ? `the parts are ${parts.join(', ')}` : `did you mean '${nearest}'?`;
      return [finding('unknown-part', `${where}: there is no part '${key}'; ${offer}`, keySpan)];
    }),
  );
}

function readAudit(source: SourceText, root: YamlNode): AuditFile {
  const lock = valueAt(root, 'lock');
  const locks = lock?.kind === 'list' ? itemsOf(lock) : lock?.kind === 'map' ? [lock] : null;
  return {
    source,
    manifests: itemsOf(valueAt(root, 'manifests')).flatMap((item) => {
      const value = textOf(item);
      return value === null ? [] : [{ value, span: item.span }];
    }),
    rules: {
      source,
      locks: locks === null ? null : locks.map(readLock),
      contexts: mapOfNames(valueAt(root, 'contexts')),
      members: new Map(
        entriesOf(valueAt(root, 'members')).map(({ key, value }) => [bytesOfText(key), mapOfNames(value)]),
      ),
      assertCallers: textOf(valueAt(root, 'assert_callers'))?.toLowerCase() === 'true',
      dispatch: namesOf(valueAt(root, 'dispatch')),
      allow: itemsOf(valueAt(root, 'allow')).map((item) => ({
        from: bytesOfText(textOf(valueAt(item, 'from')) ?? ''),
        to: bytesOfText(textOf(valueAt(item, 'to')) ?? ''),
        why: textOf(valueAt(item, 'why')) ?? '',
        span: item.span,
      })),
      evidence: readEvidence(valueAt(root, 'evidence')),
      baseline: located(valueAt(root, 'baseline')),
    },
  };
}

function readEvidence(node: YamlNode | null): readonly EvidenceRule[] | null {
  if (node === null) return null;
  const wordOf = (item: YamlNode, key: string): string => bytesOfText(textOf(valueAt(item, key)) ?? '');
  // The shape allows no other words.
  return itemsOf(node).map((item) => ({
    name: wordOf(item, 'name'),
    where: wordOf(item, 'where') as EvidenceRule['where'],
    matches: wordOf(item, 'matches'),
    says: wordOf(item, 'says') as EvidenceRule['says'],
  }));
}

function readLock(node: YamlNode): LockRule {
  const list = (key: string): readonly string[] | null => {
    const found = valueAt(node, key);
    return found === null ? null : namesOf(found);
  };
  return {
    acquire: list('acquire') ?? [],
    acquireIfZero: list('acquire_if_zero') ?? [],
    release: list('release') ?? [],
    holds: list('holds'),
    neededBy: list('needed_by'),
  };
}

function mapOfNames(node: YamlNode | null): ReadonlyMap<string, readonly Located<string>[]> {
  return new Map(entriesOf(node).map(({ key, value }) => [key, locatedNames(value)]));
}

function locatedNames(node: YamlNode | null): readonly Located<string>[] {
  return itemsOf(node).flatMap((item) => {
    const name = textOf(item);
    return name === null ? [] : [{ value: bytesOfText(name), span: item.span }];
  });
}

function namesOf(node: YamlNode | null): readonly string[] {
  return itemsOf(node).flatMap((item) => {
    const name = textOf(item);
    return name === null ? [] : [bytesOfText(name)];
  });
}
