import { assertNever } from '../../diagnostics/assert-never.ts';
import { wantsColour } from '../../report/colour.ts';
import { formatFixed, formatRemainder } from '../../report/fixed.ts';
import { githubCommands } from '../../report/github.ts';
import { sarifLog } from '../../report/sarif.ts';
import { formatFindings } from '../../report/text.ts';
import { toolVersion } from '../../report/tool-version.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { CheckOptions } from '../options.ts';
import { countReadByTokens, partsOf, runReport } from '../report-run.ts';
import type { Shell } from '../shell.ts';
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
  switch (options.format) {
    case 'json':
      shell.stdout(fixed ? fixReport(run, exitCode, fixed) : runReport('check', exitCode, run, null));
      return exitCode;
    case 'sarif':
      shell.stdout(sarifLog(run.findings, toolVersion()));
      return exitCode;
    case 'github':
      shell.stdout(bytesOfText(githubCommands(run.findings)));
      return exitCode;
    case 'text': {
      const colour = wantsColour({ flag: options.color, env: shell.env, isTTY: shell.stdoutIsTerminal });
      const texts = [formatFixed(fixed?.findings ?? []), formatFindings(run.findings, colour, options.notes)];
      shell.stdout(bytesOfText(texts.filter((text) => text !== '').join('\n')));
      if (fixed) {
        const counted = countReadByTokens(fixed.readByTokens);
        shell.stderr(`${formatRemainder(fixed.findings, fixed.changes.length, run.findings)}${counted}`);
      } else if (isPlanned) shell.stderr(partsOf(run));
      return exitCode;
    }
    default:
      return assertNever(options.format);
  }
}

/** As the report of a check, with the files that were written and what is fixed. */
function fixReport(run: Checked['run'], exitCode: number, { findings, changes, readByTokens }: Fixed): string {
  const fixed = findings.map(({ code, message, places: [{ place }] }) => ({ code, message, file: place.file }));
  return runReport('check', exitCode, { ...run, changes }, null, { fixed, readByTokens });
}
