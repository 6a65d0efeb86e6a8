import type { AuditFinding } from '../../audit/audit-finding.ts';
import type { Audited } from '../../audit/audit-tree.ts';
import { groupFindings } from '../../audit/finding-groups.ts';
import type { Lattice } from '../../audit/lattice.ts';
import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { auditJson } from '../../report/audit-json.ts';
import { formatAudit } from '../../report/audit-text.ts';
import { paintFor, wantsColour } from '../../report/colour.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { AuditOptions } from '../options.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';
import { tellAs } from '../tell-as.ts';

export type AuditRun = {
  readonly audited: Audited;
  readonly findings: readonly AuditFinding[];
  /** How many more the baseline has. */
  readonly known: number;
  /** About the manifests, the tree, and the lists of what may stay. */
  readonly others: readonly Diagnostic[];
};

/** Tells what was found in the form that was asked for, and returns the exit code. */
export function tellAudit({ audited, findings, known, others }: AuditRun, options: AuditOptions, shell: Shell): number {
  const exitCode = findings.length > 0 || stopsTheRun(others) ? 1 : 0;
  const all = [...others, ...findings.map(({ diagnostic }) => diagnostic)];
  const json = (): string =>
    auditJson({ command: 'audit', exitCode, findings, others, extra: countsOf(audited, known) });
  const text = (): void => {
    const colour = wantsColour({ flag: options.color, env: shell.env, isTTY: shell.stdoutIsTerminal });
    shell.stdout(bytesOfText(formatAudit(findings, paintFor(colour))));
    if (others.length > 0) tellFindings(others, options, shell);
    shell.stderr(summaryOf(audited, findings, known));
  };
  tellAs(options.format, { findings: all, json, text }, shell);
  return exitCode;
}

function countsOf({ graph, crossings }: Audited, known: number): Readonly<Record<string, unknown>> {
  const { pointers, members, generated, opaque } = graph.unresolved;
  return {
    beyond: crossings.far.length,
    allowed: crossings.allowed,
    known,
    unresolved: { pointers, members, generated, opaque },
  };
}

/** What was found, and what could not be looked at: no finding is no proof. */
function summaryOf({ graph, crossings, lattice }: Audited, findings: readonly AuditFinding[], known: number): string {
  const roots = groupFindings(findings).length;
  const found =
    findings.length === 0
      ? forbidsNothing(lattice)
        ? 'nothing is forbidden: by `may_call` of the manifests each part may call every other'
        : 'no forbidden call found'
      : `${count(findings.length, 'forbidden call')} from ${count(roots, 'root')}`;
  const { pointers, members, generated, opaque } = graph.unresolved;
  const stays = [
    ...(crossings.allowed === 0 ? [] : [`${crossings.allowed} allowed`]),
    ...(known === 0 ? [] : [`${known} in the baseline`]),
  ];
  const rest = stays.length === 0 ? '' : `; ${stays.join(', ')}`;
  const beyond = crossings.far.length === 0 ? '' : `; ${crossings.far.length} more are farther away (--far)`;
  return (
    `${found}${rest}${beyond}\n` +
    `unresolved: ${count(pointers, 'call')} through pointers, ${members} of members of unknown structs, ` +
    `${generated} of names that macros make, ${count(opaque.length, 'definition')} named by macros\n`
  );
}

function forbidsNothing({ parts, mayCall }: Lattice): boolean {
  return parts.every((caller) => parts.every((callee) => mayCall(caller, callee)));
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
