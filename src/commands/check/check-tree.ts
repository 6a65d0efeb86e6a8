import { type Diagnostic, diagnostic, severityOf } from '../../diagnostics/diagnostic.ts';
import { splitFindingOf } from '../../diagnostics/split-findings.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { checkMembers } from '../../members/check-members.ts';
import type { MembersOutcome } from '../../members/planned-struct.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { unlessKnown } from '../../plan/definitions/statements-before.ts';
import { splitTree } from '../../split/split-tree.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import { tellGone } from '../../users/gone/follow-gone.ts';
import { usersOfManifests } from '../../users/users-of-manifests.ts';
import { assertionFindings, type BeforeSplit } from '../assertion-findings.ts';
import { STOPPED } from '../exit-codes.ts';
import type { Only } from '../options.ts';
import { type PlanOptions, planRun, type Run } from '../plan-run.ts';
import type { Shell } from '../shell.ts';
import { type History, historyOf } from '../statements-before.ts';

/** A run with all that `check` finds, and the exit code that it comes to. */
export type Checked = {
  readonly run: Run;
  readonly exitCode: number;
  /** Whether every manifest was planned to its end, so that there is something to sum up. */
  readonly isPlanned: boolean;
};

/** Checks the manifests on the tree as it is. Writes nothing. */
export async function checkTree(
  tree: DiskTree,
  manifests: readonly string[],
  only: Only,
  shell: Shell,
  { divide = null, prepare }: Pick<PlanOptions, 'divide' | 'prepare'> = {},
): Promise<Checked> {
  const histories = new Map<Manifest, History>();
  const historyBefore = (manifest: Manifest): History => {
    const history = histories.get(manifest) ?? historyOf(tree, manifest);
    histories.set(manifest, history);
    return history;
  };
  const before: BeforeSplit = (manifest) => historyBefore(manifest).statements;
  const planned = await planRun(tree, manifests, only, shell, {
    plan: (base, manifest, all) => {
      const { statements, repeated } = historyBefore(manifest);
      return splitTree(base, manifest, parseHeader, unlessKnown(statements), all, repeated);
    },
    planUsers: (split, all) => {
      const users = usersOfManifests(split, all, { lost: { kind: 'tell' } });
      return { ...users, findings: [...users.findings, ...tellGone(split, all)] };
    },
    divide: divide === null ? null : (split) => asItStands(divide(split)),
    ...(prepare && { prepare }),
  });
  const isChecked = planned.manifestsAreSound && planned.splits.every(({ result }) => result.before !== null);
  const findings = [
    ...(only === 'assertions' ? withoutHeaderFindings(planned) : planned.findings),
    ...stateNotes(planned),
    ...pendingUsers(planned),
    ...assertionFindings(planned.splits, tree, before),
  ];
  const hasErrors = findings.some(isError);
  const isPlanned = isChecked && !planned.findings.some(isError);
  return { run: { ...planned, findings }, exitCode: !isChecked ? STOPPED : hasErrors ? 1 : 0, isPlanned };
}

/** What stands where, in place of what would be done. */
function asItStands(outcome: MembersOutcome): MembersOutcome {
  return { ...outcome, changes: [], findings: checkMembers(outcome) };
}

function isError(finding: Diagnostic): boolean {
  return severityOf(finding) === 'error';
}

/** On a tree that is not split they would keep it from being split, assertions and all. */
function withoutHeaderFindings(run: Run): readonly Diagnostic[] {
  const ofSplits = run.splits
    .filter(({ result }) => result.before === 'split')
    .flatMap(({ result }) => result.findings);
  const aboutHeaders = new Set(ofSplits.filter(({ code }) => splitFindingOf(code)?.about === 'headers'));
  return run.findings.filter((finding) => !aboutHeaders.has(finding));
}

/** Of a tree that is split, what `apply` would change of the users' includes. */
function pendingUsers({ splits, users }: Run): readonly Diagnostic[] {
  const changes = users?.plan?.changes ?? [];
  const [first] = changes;
  if (first === undefined || splits.some(({ result }) => result.before !== 'split')) return [];
  const count = changes.length === 1 ? '1 file is to get' : `${changes.length} files are to get`;
  return [diagnostic('users-pending', `${count} other includes, as \`users.rewrite\` asks`, placeOfFile(first.path))];
}

function stateNotes(run: Run): readonly Diagnostic[] {
  return run.splits
    .filter(({ result }) => result.before === 'whole')
    .map(({ manifest }) =>
      diagnostic(
        'not-split',
        `${manifest.header.value} is not split yet`,
        placeOf(manifest.source, manifest.header.span),
      ),
    );
}
