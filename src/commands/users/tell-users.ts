import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { jsonReport } from '../../report/json.ts';
import { printable } from '../../report/printable.ts';
import { formatProof, proofJson } from '../../report/proof-text.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { UsersPlan } from '../../users/plan-users.ts';
import { explainFile } from '../../users/report/explain-file.ts';
import { documentOfUsers, linesOfUsers } from '../../users/report/users-text.ts';
import { STOPPED } from '../exit-codes.ts';
import type { UsersOptions } from '../options.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';
import { allFindings, exitCodeOf } from '../verify/tell-verify.ts';
import type { UsersProof } from './prove-users.ts';

export type UsersRun = {
  readonly plan: UsersPlan;
  /** Paths of the tree; none: the whole. */
  readonly files: readonly string[];
  readonly findings: readonly Diagnostic[];
  /** Null: nothing was compiled. */
  readonly proved: UsersProof | null;
};

/** Tells the report and ends the command: its exit code. */
export function tellUsers(
  { plan, files, findings: ofPlan, proved }: UsersRun,
  options: UsersOptions,
  shell: Shell,
): number {
  const ofProof = proved === null ? [] : [...allFindings(proved.proof), ...proved.findings];
  const findings = [...ofPlan.filter((found) => !isProved(found, proved)), ...ofProof];
  const exitCode = stopsTheRun(ofPlan) ? STOPPED : exitCodeOf(ofProof);
  const explained = files.map((path) => explainFile(plan, path));
  if (options.format === 'json') {
    const extra = files.length > 0 ? { files: explained.map(({ document }) => document) } : documentOfUsers(plan);
    const proof = proved === null ? {} : { proof: { ...proofJson(proved.proof), unread: proved.unread } };
    shell.stdout(jsonReport({ command: 'users', exitCode, findings, extra: { ...extra, ...proof } }));
    return exitCode;
  }
  const lines = files.length > 0 ? explained.flatMap((one) => one.lines) : linesOfUsers(plan);
  shell.stdout(bytesOfText(lines.map((line) => `${printable(line)}\n`).join('')));
  if (files.length === 0 || proved !== null) tellFindings(findings, options, shell);
  if (proved !== null) shell.stdout(bytesOfText(`\n${formatProof(proved.proof)}${listOf(proved.unread)}`));
  return exitCode;
}

/** Whether a unit that holds, or a finding of the proof, tells more than that a file lost its include. */
function isProved({ code, places }: Diagnostic, proved: UsersProof | null): boolean {
  return code === 'user-unused' && proved !== null && !proved.unread.includes(places[0].place.file);
}

/** Every file of which nothing is proved, since others can be believed. */
function listOf(unread: readonly string[]): string {
  if (unread.length === 0) return '';
  return `not compiled:\n${unread.map((path) => `  ${printable(path)}\n`).join('')}`;
}
