import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { jsonReport } from '../../report/json.ts';
import { printable } from '../../report/printable.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { UsersPlan } from '../../users/plan-users.ts';
import { explainFile } from '../../users/report/explain-file.ts';
import { documentOfUsers, linesOfUsers } from '../../users/report/users-text.ts';
import { STOPPED } from '../exit-codes.ts';
import type { UsersOptions } from '../options.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';

export type UsersRun = {
  readonly plan: UsersPlan;
  /** Paths of the tree; none: the whole. */
  readonly files: readonly string[];
  readonly findings: readonly Diagnostic[];
};

/** Tells the report and ends the command: its exit code. */
export function tellUsers({ plan, files, findings }: UsersRun, options: UsersOptions, shell: Shell): number {
  const exitCode = stopsTheRun(findings) ? STOPPED : 0;
  const explained = files.map((path) => explainFile(plan, path));
  if (options.format === 'json') {
    const extra = files.length > 0 ? { files: explained.map(({ document }) => document) } : documentOfUsers(plan);
    shell.stdout(jsonReport({ command: 'users', exitCode, findings, extra }));
    return exitCode;
  }
  const lines = files.length > 0 ? explained.flatMap((one) => one.lines) : linesOfUsers(plan);
  shell.stdout(bytesOfText(lines.map((line) => `${printable(line)}\n`).join('')));
  if (files.length === 0) tellFindings(findings, options, shell);
  return exitCode;
}
