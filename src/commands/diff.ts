import { stopsTheRun } from '../diagnostics/diagnostic.ts';
import { formatDiffstat } from '../patch/diffstat.ts';
import { wantsColour } from '../report/colour.ts';
import { colourPatch } from '../report/colour-patch.ts';
import { openTree } from './open-tree.ts';
import type { DiffOptions } from './options.ts';
import { planRun } from './plan-run.ts';
import { refuse, STOPPED } from './refuse.ts';
import { patchOf } from './run-patch.ts';
import type { Shell } from './shell.ts';
import { runReport, summaryOf, tellFindings } from './tell.ts';

/** Width of a diffstat where the terminal's is not known, as git's. */
const STAT_WIDTH = 80;

/** Shows the change and writes nothing. */
export async function runDiff(options: DiffOptions, shell: Shell): Promise<number> {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('diff', opened.findings, options, shell);
  const run = await planRun(opened.tree, options.manifests, options.only, shell);
  const isStopped = stopsTheRun(run.findings);
  const exitCode = isStopped ? STOPPED : options.exitCode && run.changes.length > 0 ? 1 : 0;
  if (options.format === 'json') {
    shell.stdout(
      runReport('diff', exitCode, run, isStopped || options.stat ? null : patchOf(opened.tree, run.changes)),
    );
    return exitCode;
  }
  if (!isStopped) {
    const colour = wantsColour({ flag: options.color, env: shell.env, isTTY: shell.stdoutIsTerminal });
    shell.stdout(
      options.stat ? formatDiffstat(run.changes, STAT_WIDTH) : colourPatch(patchOf(opened.tree, run.changes), colour),
    );
  }
  tellFindings(run.findings, options.color, shell);
  if (!isStopped) shell.stderr(summaryOf(run));
  return exitCode;
}
