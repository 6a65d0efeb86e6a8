import { auditTree } from '../../audit/audit-tree.ts';
import { placesIn } from '../../audit/graph-places.ts';
import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import { STOPPED } from '../exit-codes.ts';
import type { CheckOptions } from '../options.ts';
import type { Shell } from '../shell.ts';
import { findForbidden } from './find-forbidden.ts';
import { readAuditInput } from './read-audit-input.ts';
import { sourceReader } from './source-reader.ts';

/** What `audit` finds on the tree, for `check --audit`; manifests that both name count once. */
export function auditForCheck(
  tree: DiskTree,
  { manifests, auditFile: file }: Pick<CheckOptions, 'manifests' | 'auditFile'>,
  shell: Shell,
): { readonly findings: readonly Diagnostic[]; readonly exitCode: number } {
  const { sources, findings } = readAuditInput(manifests, file, shell);
  if (sources === null) return { findings, exitCode: STOPPED };
  const { paths, read, text } = sourceReader(tree, null);
  const audited = auditTree({ paths, read, manifests: sources.manifests, rules: sources.rules, far: null });
  const places = placesIn(audited.graph, { read: text });
  const asked = { audited, places, sources, root: tree.root, notes: 'summed' } as const;
  const found = findForbidden(asked, { file, updateBaseline: false }, shell);
  if (found.kind === 'refused') return { findings: found.findings, exitCode: STOPPED };
  const all = [...found.run.findings.map((one) => one.diagnostic), ...found.run.others];
  return { findings: all, exitCode: stopsTheRun(all) ? 1 : 0 };
}
