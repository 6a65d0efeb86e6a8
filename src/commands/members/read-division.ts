import { divideMembers } from '../../members/divide-members.ts';
import { openIndex } from '../audit/open-index.ts';
import { readAuditInput } from '../audit/read-audit-input.ts';
import { sourceReader } from '../audit/source-reader.ts';
import type { Shell } from '../shell.ts';
import { assertMemberCallers } from './assert-member-callers.ts';
import type { AssertCallers, DivisionOrRefusal } from './division.ts';

/** What `divisionOf` returns of a run that has an audit file. */
export function readDivision(
  { manifests, auditFile }: { readonly manifests: readonly string[]; readonly auditFile: string },
  shell: Shell,
): DivisionOrRefusal {
  const { sources, findings } = readAuditInput(manifests, auditFile, shell);
  if (sources === null) return { kind: 'refused', findings };
  const { rules, manifests: all } = sources;
  const assertCallers: AssertCallers = {
    inRun: (own, { tree, revision, cache }) => {
      const kept = openIndex(tree, cache && revision === null);
      const source = sourceReader(tree, revision);
      const prepared = assertMemberCallers({ own, all, rules, source, ...(kept.index && { index: kept.index }) });
      kept.close();
      return { ...prepared, findings: [...prepared.findings, ...kept.notes] };
    },
    inSeries: (own, tree) => {
      const source =
        'readEach' in tree ? { paths: tree.files(), read: tree.readEach, text: tree.read } : sourceReader(tree, null);
      return assertMemberCallers({ own, all, rules, source });
    },
  };
  return {
    kind: 'read',
    divide: (tree) => divideMembers(tree, rules, all),
    assertCallers: rules.assertCallers ? assertCallers : null,
  };
}
