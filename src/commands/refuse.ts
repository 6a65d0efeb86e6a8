import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { jsonReport } from '../report/json.ts';
import type { ColourFlag } from './options.ts';
import type { Shell } from './shell.ts';
import { tellFindings } from './tell.ts';

/** Exit code of bad usage, bad input, and a run that stopped before writing. */
export const STOPPED = 2;

/** Ends a command that cannot begin: says why, in the format asked for. */
export function refuse(
  command: string,
  findings: readonly Diagnostic[],
  options: { readonly format: string; readonly color: ColourFlag },
  shell: Shell,
): number {
  if (options.format === 'json') shell.stdout(jsonReport({ command, exitCode: STOPPED, findings }));
  else tellFindings(findings, options.color, shell);
  return STOPPED;
}
