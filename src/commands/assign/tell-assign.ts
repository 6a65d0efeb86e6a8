import type { AssignedParts, KeptFunction, Reach } from '../../assign/assign-parts.ts';
import { describeAssignment } from '../../assign/assignment.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { jsonReport } from '../../report/json.ts';
import { printable } from '../../report/printable.ts';
import { displayText } from '../../text/source-text.ts';

/** Lines for single assignments; of a longer list, the parts tell enough. */
const MOST_ASSIGNMENTS = 20;
const NAMED = 3;

/** A few lines: what was assigned, what keeps its part, and how many functions still have none. */
export function describeAssigned(assigned: AssignedParts, { dryRun }: { readonly dryRun: boolean }): string {
  const { before, changes, kept, reach, unassigned, after, explained, unexplained } = assigned;
  const lines = [
    ...(reach.length > MOST_ASSIGNMENTS ? [] : reach.map(describeReach)),
    changes.length + explained + unexplained === 0
      ? 'nothing to do'
      : `${dryRun ? 'would assign' : 'assigned'} ${functions(changes.length)}: ${partsOf(assigned)}`,
    ...(explained === 0 ? [] : [`${dryRun ? 'would note' : 'noted'} why for ${functions(explained)}`]),
    ...(unexplained === 0 ? [] : [`${dryRun ? 'would take' : 'took'} why away from ${functions(unexplained)}`]),
    ...(kept.length === 0 ? [] : [describeKept(kept)]),
    unassigned.length === 0
      ? 'every function has a part'
      : `${unassigned.length} of ${functions(after.prototypes.size)} still unassigned`,
  ];
  return lines.map((line) => `${printable(before.source.path)}: ${printable(line)}\n`).join('');
}

function describeReach({ assignment, functions: count, changed }: Reach): string {
  const rest = changed === count ? '' : `, ${changed} changed`;
  return `'${describeAssignment(assignment)}': ${functions(count)}${rest}`;
}

function partsOf({ before, changes }: AssignedParts): string {
  const counts = new Map<string, number>();
  for (const change of changes)
    if (change.kind !== 'remove') counts.set(change.part, (counts.get(change.part) ?? 0) + 1);
  return before.parts.flatMap(({ name }) => (counts.has(name) ? [`${name} ${counts.get(name)}`] : [])).join(', ');
}

function describeKept(kept: readonly KeptFunction[]): string {
  const named = kept.slice(0, NAMED).map(({ name, part, wanted }) => `${displayText(name)} (${part}, not ${wanted})`);
  const more = kept.length > NAMED ? ` and ${kept.length - NAMED} more` : '';
  const verb = kept.length === 1 ? 'keeps its part' : 'keep their parts';
  return `${functions(kept.length)} ${verb}: ${named.join(', ')}${more}; --force changes ${kept.length === 1 ? 'it' : 'them'}`;
}

function functions(count: number): string {
  return count === 1 ? '1 function' : `${count} functions`;
}

/** The document of `--format json`; `diff` is that of `--dry-run`, null when the manifest was written. */
export function assignReport(assigned: AssignedParts, findings: readonly Diagnostic[], diff: string | null): string {
  const { before, changes, kept, reach, unassigned, explained, unexplained } = assigned;
  const extra = {
    manifest: before.source.path,
    header: before.header.value,
    assignments: reach.map(({ assignment: { by, pattern, part }, functions: count, changed }) => ({
      by,
      pattern,
      part,
      functions: count,
      changed,
    })),
    changes: changes.map((change) => ({
      kind: change.kind,
      name: displayText(change.name),
      from: change.kind === 'add' ? null : change.was,
      to: change.kind === 'remove' ? null : change.part,
    })),
    kept: kept.map(({ name, part, wanted }) => ({ name: displayText(name), part, wanted })),
    explained,
    unexplained,
    unassigned: unassigned.map(displayText),
    ...(diff === null ? {} : { diff: displayText(diff) }),
  };
  return jsonReport({ command: 'assign', exitCode: 0, findings, extra });
}
