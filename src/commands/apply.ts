import { type Diagnostic, diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { rootProblem } from '../io/disk-tree.ts';
import { recover } from '../io/recover.ts';
import { writeChanges } from '../io/writer.ts';
import { placeOf } from '../text/place.ts';
import { openTree, rootFolder } from './open-tree.ts';
import type { ApplyOptions } from './options.ts';
import { planRun, type Run } from './plan-run.ts';
import { refuse, STOPPED } from './refuse.ts';
import type { Shell } from './shell.ts';
import { runReport, summaryOf, tellFindings } from './tell.ts';

/** Writes the change to the tree, all files or none. Finishes or undoes first what a killed run left. */
export async function runApply(options: ApplyOptions, shell: Shell): Promise<number> {
  const folder = rootFolder(options.root, shell);
  const problem = rootProblem(folder);
  if (problem) return refuse('apply', [problem], options, shell);
  const recovered = recover(folder);
  const recovery = recovered.kind === 'nothing' ? [] : recovered.findings;
  if (recovered.kind === 'stopped') return refuse('apply', recovery, options, shell);
  const opened = openTree(options.root, shell);
  if (opened.kind === 'refused') return refuse('apply', [...recovery, ...opened.findings], options, shell);
  const planned = await planRun(opened.tree, options.manifests, options.only, shell);
  const run: Run = {
    ...planned,
    findings: [...recovery, ...planned.findings, ...(options.only === 'assertions' ? unsplit(planned) : [])],
  };
  if (stopsTheRun(run.findings)) return tell({ ...run, changes: [] }, STOPPED, options, shell);
  const outcome = writeChanges(opened.tree.root, run.changes);
  if (outcome.kind !== 'written') return refuse('apply', [...run.findings, ...outcome.findings], options, shell);
  return tell(run, 0, options, shell);
}

/** `--only assertions` stands on top of the split and cannot be written without it. */
function unsplit(run: Run): readonly Diagnostic[] {
  return run.splits
    .filter(({ result }) => result.before === 'whole')
    .map(({ manifest }) =>
      diagnostic(
        'only-assertions',
        `${manifest.header.value} is not split yet`,
        placeOf(manifest.source, manifest.header.span),
      ),
    );
}

function tell(run: Run, exitCode: number, options: ApplyOptions, shell: Shell): number {
  if (options.format === 'json') shell.stdout(runReport('apply', exitCode, run, null));
  else {
    tellFindings(run.findings, options.color, shell);
    if (exitCode === 0) shell.stderr(summaryOf(run, true));
  }
  return exitCode;
}
