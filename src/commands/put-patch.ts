import { join, relative, resolve, sep } from 'node:path';
import { stopsTheRun } from '../diagnostics/diagnostic.ts';
import { type OutputFile, writeOutputFile } from '../io/input-file.ts';
import { realTarget } from '../io/output-target.ts';
import type { DiskTree } from '../io/tree/disk-tree.ts';
import { STOPPED } from './exit-codes.ts';
import type { Run } from './plan-run.ts';
import { refuse } from './refuse.ts';
import { runReport, summaryOf, type Telling, tellFindings } from './report-run.ts';
import { patchOf } from './run-patch.ts';
import type { Shell } from './shell.ts';

export type PutOptions = Telling & {
  /** null: standard output. */
  readonly output: string | null;
  readonly format: 'text' | 'json';
};

/** Puts a run's change down as one patch and ends the command: its exit code. */
export function putPatch(command: string, tree: DiskTree, run: Run, options: PutOptions, shell: Shell): number {
  if (stopsTheRun(run.findings)) {
    if (options.format === 'json') shell.stdout(runReport(command, STOPPED, run, null));
    else tellFindings(run.findings, options, shell);
    return STOPPED;
  }
  const { output } = options;
  const patch = patchOf(tree, run.changes);
  const problem = output === null ? null : writeOutputFile(shell.cwd, patchFile(tree, run, output, shell.cwd), patch);
  if (problem) return refuse(command, [...run.findings, problem], options, shell);
  if (options.format === 'json') {
    shell.stdout(runReport(command, 0, run, options.output === null ? patch : null));
    return 0;
  }
  if (options.output === null) shell.stdout(patch);
  tellFindings(run.findings, options, shell);
  shell.stderr(summaryOf(run));
  return 0;
}

/** No manifest, no file that the patch is about and no tracked file that is not a patch is lost by a wrong name. */
function patchFile(tree: DiskTree, { splits, changes }: Run, path: string, cwd: string): OutputFile {
  const isTracked = tree.isTracked(
    relative(tree.root, realTarget(resolve(cwd, path)))
      .split(sep)
      .join('/'),
  );
  const inTree = [...splits.map(({ manifest }) => manifest.header.value), ...changes.map((change) => change.path)];
  return {
    path,
    root: tree.root,
    replaces: isTracked ? { beginning: 'diff --git ', kind: 'a patch' } : 'anything',
    keeps: [
      ...splits.map(({ manifest }) => resolve(cwd, manifest.source.path)),
      ...inTree.map((one) => join(tree.root, one)),
    ],
  };
}
