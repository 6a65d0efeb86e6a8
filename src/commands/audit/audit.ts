import { findingsOf } from '../../audit/audit-finding.ts';
import { type Audited, auditTree } from '../../audit/audit-tree.ts';
import { readEach } from '../../io/tree/scan-files.ts';
import { openTree } from '../open-tree.ts';
import type { AuditOptions } from '../options.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { readAuditInput } from './read-audit-input.ts';
import { tellAudit } from './tell-audit.ts';

/**
 * Says who calls across the parts what the lattice of the manifests forbids. Exits with 1 when somebody does, with 2 when
 * a manifest or the audit file cannot be read.
 */
export function runAudit(options: AuditOptions, shell: Shell): number {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('audit', opened.findings, options, shell);
  const { tree } = opened;
  const { sources, findings } = readAuditInput(options.manifests, options.file, shell);
  if (sources === null) return refuse('audit', findings, options, shell);
  const audited: Audited = auditTree({
    paths: tree.files(),
    read: (paths, visit) => readEach(tree.root, paths, visit),
    manifests: sources.manifests,
    rules: sources.rules,
    far: options.far,
  });
  const told = findingsOf(audited.crossings.near, audited, tree);
  return tellAudit({ audited, findings: told, others: [...tree.notes, ...findings] }, options, shell);
}
