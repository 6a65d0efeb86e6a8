import { wantsColour } from '../../report/colour.ts';
import { formatFixed, formatRemainder } from '../../report/fixed.ts';
import { formatFindings } from '../../report/text.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { CheckOptions } from '../options.ts';
import { countReadByTokens, partsOf, runReport } from '../report-run.ts';
import type { Shell } from '../shell.ts';
import { tellAs } from '../tell-as.ts';
import type { Fixed } from './check-fix.ts';
import type { Checked } from './check-tree.ts';

/**
 * Tells what was found in the form that was asked for, and returns the exit code. With `fixed`, what was found is what
 * is left; only text and JSON have room for the rest.
 */
export function tellCheck(
  { run, exitCode, isPlanned }: Checked,
  fixed: Fixed | null,
  options: CheckOptions,
  shell: Shell,
): number {
  const json = (): string => (fixed ? fixReport(run, exitCode, fixed) : runReport('check', exitCode, run, null));
  const text = (): void => {
    const colour = wantsColour({ flag: options.color, env: shell.env, isTTY: shell.stdoutIsTerminal });
    const texts = [formatFixed(fixed?.findings ?? []), formatFindings(run.findings, colour, options.notes)];
    shell.stdout(bytesOfText(texts.filter((one) => one !== '').join('\n')));
    if (fixed) {
      const counted = countReadByTokens(fixed.readByTokens);
      shell.stderr(`${formatRemainder(fixed.findings, fixed.changes.length, run.findings)}${counted}`);
    } else if (isPlanned) shell.stderr(partsOf(run));
  };
  tellAs(options.format, { findings: run.findings, json, text }, shell);
  return exitCode;
}

/** As the report of a check, with the files that were written and what is fixed. */
function fixReport(run: Checked['run'], exitCode: number, { findings, changes, readByTokens }: Fixed): string {
  const fixed = findings.map(({ code, message, places: [{ place }] }) => ({ code, message, file: place.file }));
  return runReport('check', exitCode, { ...run, changes }, null, { fixed, readByTokens });
}
