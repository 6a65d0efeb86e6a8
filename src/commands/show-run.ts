import { stopsTheRun } from '../diagnostics/diagnostic.ts';
import { formatDiffstat } from '../diff/diffstat.ts';
import type { DiskTree } from '../io/tree/disk-tree.ts';
import { wantsColour } from '../report/colour.ts';
import { colourPatch } from '../report/colour-patch.ts';
import { withoutCommands } from '../text/runner-commands.ts';
import { STOPPED } from './exit-codes.ts';
import type { Run } from './plan-run.ts';
import { runReport, summaryOf, type Telling, tellFindings } from './report-run.ts';
import { patchOf } from './run-patch.ts';
import type { Shell } from './shell.ts';

export type ShowOptions = Telling & {
  readonly stat: boolean;
  /** Differences make the exit code 1. */
  readonly exitCode: boolean;
  readonly format: 'text' | 'json';
};

/** Width of a diffstat where the terminal's is not known, as git's. */
const STAT_WIDTH = 80;

/** Shows a run's change as a diff and ends the command: its exit code. */
export function showRun(command: string, tree: DiskTree, run: Run, options: ShowOptions, shell: Shell): number {
  const isStopped = stopsTheRun(run.findings);
  const exitCode = isStopped ? STOPPED : options.exitCode && run.changes.length > 0 ? 1 : 0;
  if (options.format === 'json') {
    shell.stdout(runReport(command, exitCode, run, isStopped || options.stat ? null : patchOf(tree, run.changes)));
    return exitCode;
  }
  if (!isStopped) {
    const colour = wantsColour({ flag: options.color, env: shell.env, isTTY: shell.stdoutIsTerminal });
    shell.stdout(
      options.stat
        ? withoutCommands(formatDiffstat(run.changes, STAT_WIDTH))
        : colourPatch(patchOf(tree, run.changes), colour),
    );
  }
  tellFindings(run.findings, options, shell);
  if (!isStopped) shell.stderr(summaryOf(run));
  return exitCode;
}
