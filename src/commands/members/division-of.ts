import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { RevisionTree } from '../../io/tree/revision-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { DivideStructs, PlanOptions } from '../plan-run.ts';
import type { Shell } from '../shell.ts';
import type { WithCallers } from './assert-member-callers.ts';
import type { Division, DivisionOrRefusal, RunPlace } from './division.ts';

export const noDivision: Division = { kind: 'read', divide: null, assertCallers: null };

/** Reads the audit file of a run; its banners are those of the parts of all manifests, also of those that it names itself. */
export async function divisionOf(
  { manifests, auditFile }: { readonly manifests: readonly string[]; readonly auditFile: string | null },
  shell: Shell,
): Promise<DivisionOrRefusal> {
  if (auditFile === null) return noDivision;
  // The audit takes a while to load, and few runs have an audit file.
  return (await import('./read-division.ts')).readDivision({ manifests, auditFile }, shell);
}

/** The same as what `planSeries` takes, with the manifests of the series, on the tree that it begins on. */
export function dividingSeries(
  { divide, assertCallers }: Division,
  manifests: readonly Manifest[],
  tree: RevisionTree | DiskTree,
): WithCallers & { readonly divided: { readonly divide?: DivideStructs } } {
  const prepared = assertCallers?.inSeries(manifests, tree) ?? { manifests, findings: [] };
  return { ...prepared, divided: divide === null ? {} : { divide } };
}

/** The same as what `planRun` takes, on a tree. */
export function dividing(
  { divide, assertCallers }: Division,
  where: RunPlace,
): Pick<PlanOptions, 'divide' | 'prepare'> {
  if (assertCallers === null) return { divide };
  return { divide, prepare: (manifests) => assertCallers.inRun(manifests, where) };
}
