import type { Argv } from 'yargs';
import type { Only } from '../../commands/options.ts';
import { applyFlags, diffFlags, patchFlags, regenerateFlags, syncFlags, usersFlags } from '../flags/change-flags.ts';
import { manifestsAndFiles } from '../manifests-and-files.ts';
import { outputFile } from '../output-file.ts';
import { regenerateOutput } from '../regenerate-output.ts';
import { UsageError } from '../usage-error.ts';
import { proveOptions } from '../verify-options.ts';
import type { Ask } from './arguments.ts';
import { common, manifests, withManifests } from './arguments.ts';

/** The commands that show or make a change of the tree or the manifest, in the help's order. */
export function withChangeCommands(parser: Argv, ask: Ask): Argv {
  return parser
    .command(
      'diff <manifest..>',
      'Show the change and write nothing',
      (command) =>
        withManifests(command)
          .options(diffFlags)
          .example('$0 diff block-backend.yaml', 'The whole change')
          .example('$0 diff block.yaml block_int.yaml --stat', 'Which files two splits change')
          .example('$0 diff block-backend.yaml --exit-code', 'Fail if the tree does not match the manifest')
          .example('$0 diff block-backend.yaml --from v5.2.0', 'The split of a commit other than the checked-out one'),
      ({ only = null, from = null, stat, 'exit-code': exitCode, ...args }) =>
        ask({
          kind: 'diff',
          options: { stat, exitCode, from, ...structs(only, args), ...manifests(args), ...common(args) },
        }),
    )
    .command(
      'patch <manifest..>',
      'Write the change as a patch for `git apply` and GNU patch',
      (command) =>
        withManifests(command)
          .options(patchFlags)
          .example('$0 patch block-backend.yaml | git apply --index', 'Apply it and stage it')
          .example('$0 patch block-backend.yaml --only headers -o split.patch', 'The split without the assertions'),
      ({ only = null, from = null, output, ...args }) =>
        ask({
          kind: 'patch',
          options: { output: outputFile(output), from, ...structs(only, args), ...manifests(args), ...common(args) },
        }),
    )
    .command(
      'apply <manifest..>',
      'Write the change to the tree, all files or none',
      (command) =>
        withManifests(command)
          .options(applyFlags)
          .example('$0 apply block-backend.yaml', 'Split, and assert')
          .example('$0 apply block-backend.yaml -C ../qemu', 'In another tree')
          .example(
            '$0 apply block-backend.yaml --from HEAD~2',
            'Version 2 of a series, from the same commit as version 1',
          ),
      ({ only = null, from = null, ...args }) =>
        ask({ kind: 'apply', options: { from, ...structs(only, args), ...manifests(args), ...common(args) } }),
    )
    .command(
      'regenerate <manifest..>',
      'After a manifest edit, make the same change in a tree that is already split',
      (command) =>
        withManifests(command)
          .options(regenerateFlags)
          .example('$0 regenerate block-backend.yaml --dry-run', 'Preview what the edit changes')
          .example('$0 regenerate block-backend.yaml', 'Write it, and keep hand edits')
          .example(
            '$0 regenerate block-backend.yaml --was HEAD~1:block-backend.yaml',
            'If the edit is already committed',
          ),
      ({ was = null, from = null, ...args }) => {
        const { manifests: named } = manifests(args);
        ask({
          kind: 'regenerate',
          options: {
            output: regenerateOutput(args),
            was: onlyWithOne(was, named),
            from,
            auditFile: args['audit-file'] ?? null,
            manifests: named,
            ...common(args),
          },
        });
      },
    )
    .command(
      'sync <manifest..>',
      'Update the manifest after hand edits to a split tree',
      (command) =>
        withManifests(command)
          .options(syncFlags)
          .example('$0 sync block-backend.yaml --dry-run', 'Preview the change of the manifest')
          .example('$0 sync block-backend.yaml', 'Add new prototypes, remove deleted ones, reassign moved ones'),
      ({ 'dry-run': dryRun, ...args }) =>
        ask({ kind: 'sync', options: { dryRun, ...manifests(args), ...common(args) } }),
    )
    .command(
      'users <manifest..>',
      'Report what each file that includes the header needs of it, and what becomes of its include',
      (command) =>
        withManifests(command)
          .options(usersFlags)
          .example('$0 users block.yaml block_int.yaml', 'Who includes what, and how many files read each part')
          .example('$0 users block.yaml block/nbd.c', 'Each name that one file uses, with its line')
          .example(
            '$0 users block.yaml --prove build',
            'Whether each unit that reads a changed file compiles as before',
          ),
      ({ from = null, ...args }) => {
        const prove = proveOptions(args);
        const named = manifestsAndFiles(manifests(args).manifests);
        ask({ kind: 'users', options: { ...named, from, prove, ...common(args) } });
      },
    );
}

/** A manifest's older version says nothing of another manifest. */
function onlyWithOne(was: string | null, manifests: readonly string[]): string | null {
  if (was !== null && manifests.length > 1) throw new UsageError('option --was works with one manifest only');
  return was;
}

/** Only an audit file says which members go where. */
function structs(
  only: Only,
  { 'audit-file': auditFile = null }: { readonly 'audit-file'?: string | null | undefined },
): { readonly only: Only; readonly auditFile: string | null } {
  if (only === 'members' && auditFile === null) throw new UsageError('--only members needs an --audit-file');
  return { only, auditFile };
}
