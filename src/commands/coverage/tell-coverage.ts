import type { CoveredAssertion } from '../../coverage/cover-assertions.ts';
import { type Diagnostic, severityOf, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { coverageJson, formatCoverage } from '../../report/coverage-text.ts';
import { jsonReport } from '../../report/json.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { CoverageOptions } from '../options.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';
import { tellAs } from '../tell-as.ts';

export type CoverageRun = {
  /** Most called first. */
  readonly covered: readonly CoveredAssertion[];
  /** In the order of the manifests. */
  readonly parts: readonly string[];
  readonly findings: readonly Diagnostic[];
};

/** Tells which assertions ran in the form that was asked for, and returns the exit code. */
export function tellCoverage(
  { covered, parts, findings }: CoverageRun,
  options: CoverageOptions,
  shell: Shell,
): number {
  const exitCode = stopsTheRun(findings) ? 1 : 0;
  const json = (): string =>
    jsonReport({ command: 'coverage', exitCode, findings, extra: coverageJson(covered, parts) });
  const text = (): void => {
    shell.stdout(bytesOfText(formatCoverage(covered, parts)));
    // The warnings are the lines of the list.
    const others = findings.filter((finding) => severityOf(finding) !== 'warning');
    if (others.length > 0) tellFindings(others, options, shell);
  };
  tellAs(options.format, { findings, json, text }, shell);
  return exitCode;
}
