import { dividing, divisionOf } from './members/division-of.ts';
import { openTree } from './open-tree.ts';
import type { DiffOptions } from './options.ts';
import { planRun } from './plan-run.ts';
import { refuse } from './refuse.ts';
import type { Shell } from './shell.ts';
import { showRun } from './show-run.ts';
import { refuseOtherSplits } from './split-otherwise.ts';

/** Shows the change and writes nothing. */
export async function runDiff(options: DiffOptions, shell: Shell): Promise<number> {
  const opened = openTree(options.root, shell, options.from);
  if (opened.kind === 'refused') return refuse('diff', opened.findings, options, shell);
  const { tree, revision } = opened;
  const division = await divisionOf(options, shell);
  if (division.kind === 'refused') return refuse('diff', division.findings, options, shell);
  const divided = dividing(division, { tree, revision, cache: true });
  const run = await planRun(tree, options.manifests, options.only, shell, { revision, ...divided });
  return showRun('diff', tree, refuseOtherSplits(run), options, shell);
}
