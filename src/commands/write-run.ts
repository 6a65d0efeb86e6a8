import { stopsTheRun } from '../diagnostics/diagnostic.ts';
import type { DiskTree } from '../io/tree/disk-tree.ts';
import { writeChanges } from '../io/write/writer.ts';
import { STOPPED } from './exit-codes.ts';
import type { Run } from './plan-run.ts';
import { refuse } from './refuse.ts';
import { runReport, summaryOf, type Telling, tellFindings } from './report-run.ts';
import type { Shell } from './shell.ts';

type WriteOptions = { readonly format: 'text' | 'json' } & Telling;

/** Writes a run's change to the tree, all files or none, and ends the command: its exit code. */
export function writeRun(command: string, tree: DiskTree, run: Run, options: WriteOptions, shell: Shell): number {
  if (stopsTheRun(run.findings)) return tell(command, { ...run, changes: [] }, STOPPED, options, shell);
  const outcome = writeChanges(tree.root, run.changes, tree.repository);
  if (outcome.kind !== 'written') return refuse(command, [...run.findings, ...outcome.findings], options, shell);
  return tell(command, run, 0, options, shell);
}

function tell(command: string, run: Run, exitCode: number, options: WriteOptions, shell: Shell): number {
  if (options.format === 'json') shell.stdout(runReport(command, exitCode, run, null));
  else {
    tellFindings(run.findings, options, shell);
    if (exitCode === 0) shell.stderr(summaryOf(run, true));
  }
  return exitCode;
}
