import { auditTree } from '../../audit/audit-tree.ts';
import { placesIn } from '../../audit/graph-places.ts';
import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import { STOPPED } from '../exit-codes.ts';
import type { CheckOptions } from '../options.ts';
import type { Shell } from '../shell.ts';
import { findForbidden } from './find-forbidden.ts';
import { openIndex } from './open-index.ts';
import { readAuditInput } from './read-audit-input.ts';
import { sourceReader } from './source-reader.ts';

/** What `audit` finds on the tree, for `check --audit`; manifests that both name count once. */
export function auditForCheck(
  tree: DiskTree,
  { manifests, auditFile: file, cache }: Pick<CheckOptions, 'manifests' | 'auditFile' | 'cache'>,
  shell: Shell,
): { readonly findings: readonly Diagnostic[]; readonly exitCode: number } {
  const { sources, findings } = readAuditInput(manifests, file, shell);
  if (sources === null) return { findings, exitCode: STOPPED };
  const { paths, read, text } = sourceReader(tree, null);
  const kept = openIndex(tree, cache);
  const { manifests: all, rules } = sources;
  const audited = auditTree({ paths, read, manifests: all, rules, far: null, index: kept.index });
  kept.close();
  const places = placesIn(audited.graph, { read: text });
  const asked = { audited, places, sources, root: tree.root, notes: 'summed' } as const;
  const found = findForbidden(asked, { file, updateBaseline: false }, shell);
  if (found.kind === 'refused') return { findings: found.findings, exitCode: STOPPED };
  const told = [...found.run.findings.map((one) => one.diagnostic), ...found.run.others, ...kept.notes];
  return { findings: told, exitCode: stopsTheRun(told) ? 1 : 0 };
}
