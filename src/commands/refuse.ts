import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { jsonReport } from '../report/json.ts';
import { STOPPED } from './exit-codes.ts';
import { type Telling, tellFindings } from './report-run.ts';
import type { Shell } from './shell.ts';
import { tellAs } from './tell-as.ts';

/** Ends a command that cannot begin: says why, in the format asked for. */
export function refuse(
  command: string,
  findings: readonly Diagnostic[],
  options: { readonly format: 'text' | 'json' | 'sarif' | 'github' } & Telling,
  shell: Shell,
): number {
  const json = (): string => jsonReport({ command, exitCode: STOPPED, findings });
  tellAs(options.format, { findings, json, text: () => tellFindings(findings, options, shell) }, shell);
  return STOPPED;
}
