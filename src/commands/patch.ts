import { dividing, divisionOf } from './members/division-of.ts';
import { openTree } from './open-tree.ts';
import type { PatchOptions } from './options.ts';
import { planRun } from './plan-run.ts';
import { putPatch } from './put-patch.ts';
import { refuse } from './refuse.ts';
import type { Shell } from './shell.ts';
import { refuseOtherSplits } from './split-otherwise.ts';

/** Writes the change as one patch, to standard output or a file; with `--format json` the patch is in the document. */
export async function runPatch(options: PatchOptions, shell: Shell): Promise<number> {
  const opened = openTree(options.root, shell, options.from);
  if (opened.kind === 'refused') return refuse('patch', opened.findings, options, shell);
  const { tree, revision } = opened;
  const division = await divisionOf(options, shell);
  if (division.kind === 'refused') return refuse('patch', division.findings, options, shell);
  const divided = dividing(division, { tree, revision, cache: true });
  const run = await planRun(tree, options.manifests, options.only, shell, { revision, ...divided });
  return putPatch('patch', tree, refuseOtherSplits(run), options, shell);
}
