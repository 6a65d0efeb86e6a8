import { assertNever } from '../diagnostics/assert-never.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { githubCommands } from '../report/github.ts';
import { jsonReport } from '../report/json.ts';
import { sarifLog } from '../report/sarif.ts';
import { toolVersion } from '../report/tool-version.ts';
import { bytesOfText } from '../text/source-text.ts';
import { STOPPED } from './exit-codes.ts';
import { type Telling, tellFindings } from './report-run.ts';
import type { Shell } from './shell.ts';

/** Ends a command that cannot begin: says why, in the format asked for. */
export function refuse(
  command: string,
  findings: readonly Diagnostic[],
  options: { readonly format: 'text' | 'json' | 'sarif' | 'github' } & Telling,
  shell: Shell,
): number {
  switch (options.format) {
    case 'json':
      shell.stdout(jsonReport({ command, exitCode: STOPPED, findings }));
      return STOPPED;
    case 'sarif':
      shell.stdout(sarifLog(findings, toolVersion()));
      return STOPPED;
    case 'github':
      shell.stdout(bytesOfText(githubCommands(findings)));
      return STOPPED;
    case 'text':
      tellFindings(findings, options, shell);
      return STOPPED;
    default:
      return assertNever(options.format);
  }
}
