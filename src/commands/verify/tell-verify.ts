import { type Diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { coverageJson, formatCoverage } from '../../report/coverage-text.ts';
import { jsonReport } from '../../report/json.ts';
import type { PageCoverage } from '../../report/proof-page.ts';
import { formatProof, proofJson } from '../../report/proof-text.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { Proof } from '../../verify/proof.ts';
import { STOPPED } from '../exit-codes.ts';
import type { VerifyOptions } from '../options.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';
import { tellAs } from '../tell-as.ts';

/** Tells what was proved in the form that was asked for, and returns the exit code. */
export function tellVerify(proof: Proof, coverage: PageCoverage | null, options: VerifyOptions, shell: Shell): number {
  const all = allFindings(proof);
  const exitCode = exitCodeOf(all);
  const covered = coverage === null ? {} : { coverage: coverageJson(coverage.covered, coverage.parts) };
  const extra = { ...proofJson(proof), ...covered };
  const json = (): string => jsonReport({ command: 'verify', exitCode, findings: all, extra });
  const text = (): void => {
    if (all.length > 0) tellFindings(all, options, shell);
    const assertions = coverage === null ? '' : formatCoverage(coverage.covered, coverage.parts);
    shell.stdout(bytesOfText(formatProof(proof) + assertions));
  };
  tellAs(options.format, { findings: all, json, text }, shell);
  return exitCode;
}

/** 2: nothing is proved of what a patch changes, and nothing is known to be wrong. */
export function exitCodeOf(findings: readonly Diagnostic[]): number {
  if (!stopsTheRun(findings)) return 0;
  return stopsTheRun(findings.filter(({ code }) => code !== 'verify-nothing')) ? 1 : STOPPED;
}

const UNPROVED: ReadonlySet<string> = new Set(['unit-unproved', 'unit-reads-original']);

/** Those of the patches in their order, then the others; what is unproved is so of each patch, and told once. */
export function allFindings({ patches, findings }: Proof): readonly Diagnostic[] {
  const seen = new Set<string>();
  const all = [...patches.flatMap((patch) => patch.findings), ...findings];
  return all.filter(({ code, message }) => !UNPROVED.has(code) || (!seen.has(message) && seen.add(message)));
}
