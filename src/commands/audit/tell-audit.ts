import type { AuditFinding } from '../../audit/audit-finding.ts';
import type { Audited } from '../../audit/audit-tree.ts';
import { assertNever } from '../../diagnostics/assert-never.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { auditJson } from '../../report/audit-json.ts';
import { formatAudit } from '../../report/audit-text.ts';
import { paintFor, wantsColour } from '../../report/colour.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { AuditOptions } from '../options.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';

export type AuditRun = {
  readonly audited: Audited;
  readonly findings: readonly AuditFinding[];
  /** About the manifests and the tree. */
  readonly others: readonly Diagnostic[];
};

/** Tells what was found in the form that was asked for, and returns the exit code. */
export function tellAudit({ audited, findings, others }: AuditRun, options: AuditOptions, shell: Shell): number {
  const exitCode = findings.length > 0 ? 1 : 0;
  switch (options.format) {
    case 'json':
      shell.stdout(auditJson({ command: 'audit', exitCode, findings, others, extra: countsOf(audited) }));
      return exitCode;
    case 'text': {
      const colour = wantsColour({ flag: options.color, env: shell.env, isTTY: shell.stdoutIsTerminal });
      shell.stdout(bytesOfText(formatAudit(findings, paintFor(colour))));
      if (others.length > 0) tellFindings(others, options, shell);
      shell.stderr(summaryOf(audited, findings));
      return exitCode;
    }
    default:
      return assertNever(options.format);
  }
}

function countsOf({ graph, crossings }: Audited): Readonly<Record<string, unknown>> {
  const { pointers, members, generated, opaque } = graph.unresolved;
  return { beyond: crossings.beyond, unresolved: { pointers, members, generated, opaque: opaque.length } };
}

/** What was found, and what could not be looked at: no finding is no proof. */
function summaryOf({ graph, crossings }: Audited, findings: readonly AuditFinding[]): string {
  const roots = new Set(findings.map(({ root, part }) => `${part} ${root}`)).size;
  const found =
    findings.length === 0
      ? 'no forbidden call found'
      : `${count(findings.length, 'forbidden call')} from ${count(roots, 'root')}`;
  const { pointers, members, generated, opaque } = graph.unresolved;
  const beyond = crossings.beyond === 0 ? '' : `; ${crossings.beyond} more are farther away (--far)`;
  return (
    `${found}${beyond}\n` +
    `unresolved: ${pointers} calls through pointers, ${members} of members of unknown structs, ` +
    `${generated} of names that macros make, ${count(opaque.length, 'definition')} named by macros\n`
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
