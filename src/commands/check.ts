import { assertNever } from '../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic, severityOf, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { wantsColour } from '../report/colour.ts';
import { sarifLog } from '../report/sarif.ts';
import { formatFindings } from '../report/text.ts';
import { toolVersion } from '../report/tool-version.ts';
import { placeOf } from '../text/place.ts';
import { bytesOfText } from '../text/source-text.ts';
import { missingAssertions } from './missing-assertions.ts';
import { openTree } from './open-tree.ts';
import type { CheckOptions } from './options.ts';
import { planRun, type Run } from './plan-run.ts';
import { refuse, STOPPED } from './refuse.ts';
import type { Shell } from './shell.ts';
import { runReport, summaryOf } from './tell.ts';

/**
 * Says whether manifest, headers and assertions agree. Exits with 1 when an error is found, with 2 when there was
 * nothing that could be checked: a manifest that cannot be read, a header that is not there.
 */
export async function runCheck(options: CheckOptions, shell: Shell): Promise<number> {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('check', opened.findings, options, shell);
  const planned = await planRun(opened.tree, options.manifests, options.only, shell);
  const run: Run = {
    ...planned,
    findings: [
      ...planned.findings,
      ...stateNotes(planned),
      ...(options.only === 'headers' ? [] : missingAssertions(planned)),
    ],
  };
  const isChecked = run.manifestsAreSound && run.splits.every(({ result }) => result.before !== null);
  const hasErrors = run.findings.some((finding) => severityOf(finding) === 'error');
  const exitCode = !isChecked ? STOPPED : hasErrors ? 1 : 0;
  switch (options.format) {
    case 'json':
      shell.stdout(runReport('check', exitCode, run, null));
      return exitCode;
    case 'sarif':
      shell.stdout(sarifLog(run.findings, toolVersion()));
      return exitCode;
    case 'text': {
      const colour = wantsColour({ flag: options.color, env: shell.env, isTTY: shell.stdoutIsTerminal });
      shell.stdout(bytesOfText(formatFindings(run.findings, colour)));
      // What was not planned to its end has nothing to sum up.
      if (isChecked && !stopsTheRun(planned.findings)) shell.stderr(summaryOf(run));
      return exitCode;
    }
    default:
      return assertNever(options.format);
  }
}

function stateNotes(run: Run): readonly Diagnostic[] {
  return run.splits
    .filter(({ result }) => result.before === 'whole')
    .map(({ manifest }) =>
      diagnostic(
        'not-split',
        `${manifest.header.value} is not split yet`,
        placeOf(manifest.source, manifest.header.span),
      ),
    );
}
