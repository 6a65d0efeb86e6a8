import { stopsTheRun } from '../diagnostics/diagnostic.ts';
import { writeOutputFile } from '../io/input-file.ts';
import { openTree } from './open-tree.ts';
import type { PatchOptions } from './options.ts';
import { planRun } from './plan-run.ts';
import { refuse, STOPPED } from './refuse.ts';
import { patchOf } from './run-patch.ts';
import type { Shell } from './shell.ts';
import { runReport, summaryOf, tellFindings } from './tell.ts';

/** Writes the change as one patch, to standard output or a file; with `--format json` the patch is in the document. */
export async function runPatch(options: PatchOptions, shell: Shell): Promise<number> {
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('patch', opened.findings, options, shell);
  const run = await planRun(opened.tree, options.manifests, options.only, shell);
  if (stopsTheRun(run.findings)) {
    if (options.format === 'json') shell.stdout(runReport('patch', STOPPED, run, null));
    else tellFindings(run.findings, options.color, shell);
    return STOPPED;
  }
  const patch = patchOf(opened.tree, run.changes);
  const problem = options.output === null ? null : writeOutputFile(shell.cwd, options.output, patch, false);
  if (problem) return refuse('patch', [...run.findings, problem], options, shell);
  if (options.format === 'json') {
    shell.stdout(runReport('patch', 0, run, options.output === null ? patch : null));
    return 0;
  }
  if (options.output === null) shell.stdout(patch);
  tellFindings(run.findings, options.color, shell);
  shell.stderr(summaryOf(run));
  return 0;
}
