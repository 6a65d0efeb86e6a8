import type { FactsIndex } from '../../audit/facts-index.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { RevisionTree } from '../../io/tree/revision-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { divideMembers } from '../../members/divide-members.ts';
import { openIndex } from '../audit/open-index.ts';
import { readAuditInput } from '../audit/read-audit-input.ts';
import { type SourceReader, sourceReader } from '../audit/source-reader.ts';
import type { DivideStructs, PlanOptions } from '../plan-run.ts';
import type { Shell } from '../shell.ts';
import { assertMemberCallers, type WithCallers } from './assert-member-callers.ts';

/** What an audit file asks of a run besides findings. */
export type Division = {
  readonly kind: 'read';
  /** Null: nobody asked. */
  readonly divide: DivideStructs | null;
  /** Null: callers of members get no assertions. */
  readonly assertCallers:
    | ((manifests: readonly Manifest[], source: SourceReader, index?: FactsIndex) => WithCallers)
    | null;
};

export const noDivision: Division = { kind: 'read', divide: null, assertCallers: null };

export type DivisionOrRefusal = Division | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** Reads the audit file of a run; its banners are those of the parts of all manifests, also of those that it names itself. */
export function divisionOf(
  { manifests, auditFile }: { readonly manifests: readonly string[]; readonly auditFile: string | null },
  shell: Shell,
): DivisionOrRefusal {
  if (auditFile === null) return noDivision;
  const { sources, findings } = readAuditInput(manifests, auditFile, shell);
  if (sources === null) return { kind: 'refused', findings };
  const { rules, manifests: all } = sources;
  return {
    kind: 'read',
    divide: (tree) => divideMembers(tree, rules, all),
    assertCallers: rules.assertCallers
      ? (own, source, index) => assertMemberCallers({ own, all, rules, source, ...(index && { index }) })
      : null,
  };
}

/** The same as what `planSeries` takes, with the manifests of the series, on the tree that it begins on. */
export function dividingSeries(
  { divide, assertCallers }: Division,
  manifests: readonly Manifest[],
  tree: RevisionTree | DiskTree,
): WithCallers & { readonly divided: { readonly divide?: DivideStructs } } {
  const source =
    'readEach' in tree ? { paths: tree.files(), read: tree.readEach, text: tree.read } : sourceReader(tree, null);
  const prepared = assertCallers?.(manifests, source) ?? { manifests, findings: [] };
  return { ...prepared, divided: divide === null ? {} : { divide } };
}

/** The same as what `planRun` takes, on a tree; `cache`: use and keep the facts of earlier runs. */
export function dividing(
  { divide, assertCallers }: Division,
  {
    tree,
    revision,
    cache,
  }: { readonly tree: DiskTree; readonly revision: RevisionTree | null; readonly cache: boolean },
): Pick<PlanOptions, 'divide' | 'prepare'> {
  if (assertCallers === null) return { divide };
  const prepare = (manifests: readonly Manifest[]): WithCallers => {
    const kept = openIndex(tree, cache && revision === null);
    const prepared = assertCallers(manifests, sourceReader(tree, revision), kept.index);
    kept.close();
    return { ...prepared, findings: [...prepared.findings, ...kept.notes] };
  };
  return { divide, prepare };
}
