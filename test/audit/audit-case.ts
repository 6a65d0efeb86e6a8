import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { findingsOf } from '../../src/audit/audit-finding.ts';
import { auditTree } from '../../src/audit/audit-tree.ts';
import { placesIn } from '../../src/audit/graph-places.ts';
import { parseAudit } from '../../src/manifest/audit/parse-audit.ts';
import { parseManifest } from '../../src/manifest/parse-manifest.ts';
import { formatAudit } from '../../src/report/audit-text.ts';
import { paintFor } from '../../src/report/colour.ts';
import { formatFindings } from '../../src/report/text.ts';
import { memoryTree } from '../../src/text/tree.ts';

// A case is a folder of test/audit/cases: the files of a tree, laid over those of test/audit/project. What its audit says
// is stored in snapshots/audit.

const cases = join(import.meta.dirname, 'cases');

export type AuditCase = Readonly<Record<string, string>>;

export function caseNames(): readonly string[] {
  return readdirSync(cases).sort();
}

/** All contents are latin1. */
export function readCase(name: string): AuditCase {
  return { ...readFolder(join(import.meta.dirname, 'project')), ...readFolder(join(cases, name)) };
}

/** What `audit --file audit.yaml` says of a case, and what it counts as unresolved. */
export function auditCase(files: AuditCase): string {
  const tree = memoryTree(files);
  const source = { path: 'audit.yaml', text: files['audit.yaml'] ?? '' };
  const named = parseAudit(source, null).audit?.manifests ?? [];
  const manifests = named.flatMap(({ value }) => {
    const { manifest } = parseManifest({ path: value, text: files[value] ?? '' });
    return manifest === null ? [] : [manifest];
  });
  const parts = manifests.flatMap((manifest) => manifest.parts.map((part) => part.name));
  const { audit, findings } = parseAudit(source, parts);
  if (audit === null) return formatFindings(findings, false);
  const audited = auditTree({
    paths: tree.files(),
    read: (paths, visit) => {
      for (const path of paths) visit(path, Buffer.from(tree.read(path) ?? '', 'latin1'));
    },
    manifests,
    rules: audit.rules,
    far: null,
  });
  const told = formatAudit(findingsOf(audited.crossings.near, audited, placesIn(audited.graph, tree)), paintFor(false));
  const { pointers, members, generated, opaque } = audited.graph.unresolved;
  const unresolved = Object.entries({ pointers, members, generated, opaque: opaque.length })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `unresolved ${what}: ${count}\n`);
  const beyond = audited.crossings.far.length === 0 ? '' : `beyond: ${audited.crossings.far.length}\n`;
  const unmatched = audited.crossings.unmatched.map(({ from, to }) => `allowed call gone: ${from} to ${to}\n`).join('');
  return `${told || 'no forbidden call\n'}${unmatched}${beyond}${unresolved.join('')}`;
}

function readFolder(folder: string): AuditCase {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path, 'latin1')];
    }),
  );
}
