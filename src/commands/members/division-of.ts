import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { divideMembers } from '../../members/divide-members.ts';
import { readAuditInput } from '../audit/read-audit-input.ts';
import type { DivideStructs } from '../plan-run.ts';
import type { Shell } from '../shell.ts';

export type Division =
  | { readonly kind: 'read' /** Null: nobody asked. */; readonly divide: DivideStructs | null }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** Reads the audit file of a run; its banners are those of the parts of all manifests, also of those that it names itself. */
export function divisionOf(
  { manifests, auditFile }: { readonly manifests: readonly string[]; readonly auditFile: string | null },
  shell: Shell,
): Division {
  if (auditFile === null) return { kind: 'read', divide: null };
  const { sources, findings } = readAuditInput(manifests, auditFile, shell);
  if (sources === null) return { kind: 'refused', findings };
  return { kind: 'read', divide: (tree) => divideMembers(tree, sources.rules, sources.manifests) };
}
