import { assertNever } from '../../diagnostics/assert-never.ts';
import { usersAfterEdit } from '../../users/gone/follow-gone.ts';
import { dividing, divisionOf } from '../members/division-of.ts';
import { openForWriting } from '../open-for-writing.ts';
import { openTree } from '../open-tree.ts';
import type { RegenerateOptions } from '../options.ts';
import { planRun } from '../plan-run.ts';
import { putPatch } from '../put-patch.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { showRun } from '../show-run.ts';
import { writeRun } from '../write-run.ts';
import { planRegeneration } from './plan-regeneration.ts';

/**
 * Changes a tree that is split already by what differs between the manifest that it was made by and today's. Writes
 * all files or none, after finishing or undoing what a killed run left; or shows the change, or makes a patch of it.
 */
export async function runRegenerate(options: RegenerateOptions, shell: Shell): Promise<number> {
  const { output } = options;
  const { opened, findings: recovery } =
    output.kind === 'write'
      ? openForWriting(options.root, options.from, shell)
      : { opened: openTree(options.root, shell, options.from), findings: [] };
  if (opened.kind === 'refused') return refuse('regenerate', opened.findings, options, shell);
  const division = await divisionOf(options, shell);
  if (division.kind === 'refused') return refuse('regenerate', [...recovery, ...division.findings], options, shell);
  const { tree, revision } = opened;
  const context = { disk: tree, from: revision, named: options.was, shell };
  const planned = await planRun(tree, options.manifests, null, shell, {
    plan: (base, manifest) => planRegeneration(base, manifest, context),
    planUsers: (after, all) => usersAfterEdit(revision ?? tree, after, all),
    ...dividing(division, { tree, revision: null, cache: true }),
  });
  const run = { ...planned, findings: [...recovery, ...planned.findings] };
  switch (output.kind) {
    case 'write':
      return writeRun('regenerate', tree, run, options, shell);
    case 'show':
      return showRun('regenerate', tree, run, { ...options, ...output }, shell);
    case 'patch':
      return putPatch('regenerate', tree, run, { ...options, output: output.file }, shell);
    default:
      return assertNever(output);
  }
}
