import type { Argv } from 'yargs';
import { applyFlags, checkFlags, diffFlags, initFlags, patchFlags } from './flags.ts';
import type { Invocation } from './invocation.ts';

/** The parser with the tool's commands; the one that is called tells `ask`, which throws, what it was asked for. */
export function withCommands(parser: Argv, ask: (invocation: Invocation) => never): Argv {
  return parser
    .command(
      'init <header>',
      'Write a manifest with every prototype of a header, and no part yet',
      (command) =>
        command
          .positional('header', {
            type: 'string',
            demandOption: true,
            describe: 'The header, from here or from the root',
          })
          .options(initFlags)
          .example('$0 init include/sysemu/block-backend.h', 'Show the manifest')
          .example(
            '$0 init include/block/block.h --parts common,graph,io -o block.yaml',
            'Name the parts, write a file',
          ),
      ({ header, parts = '', output = null, ...args }) => {
        const names = parts.split(',').map((name) => name.trim());
        ask({ kind: 'init', options: { header, output, parts: names.filter((name) => name !== ''), ...common(args) } });
      },
    )
    .command(
      'check <manifest..>',
      'Do manifest, headers and assertions agree? Exits with 1 when not',
      (command) =>
        withManifests(command)
          .options(checkFlags)
          .example('$0 check block-backend.yaml', 'In CI, or by hand')
          .example('$0 check block-backend.yaml --format sarif > check.sarif', 'For a code scanning service'),
      ({ only = null, ...args }) => ask({ kind: 'check', options: { only, ...manifests(args), ...common(args) } }),
    )
    .command(
      'diff <manifest..>',
      'Show the change and write nothing',
      (command) =>
        withManifests(command)
          .options(diffFlags)
          .example('$0 diff block-backend.yaml', 'The whole change')
          .example('$0 diff block.yaml block_int.yaml --stat', 'Which files two splits change')
          .example('$0 diff block-backend.yaml --exit-code', 'Fail when the tree is not as the manifest says'),
      ({ only = null, stat, 'exit-code': exitCode, ...args }) =>
        ask({ kind: 'diff', options: { stat, exitCode, only, ...manifests(args), ...common(args) } }),
    )
    .command(
      'patch <manifest..>',
      'Write the change as a patch for `git apply` and GNU patch',
      (command) =>
        withManifests(command)
          .options(patchFlags)
          .example('$0 patch block-backend.yaml | git apply --index', 'Apply it and stage it')
          .example('$0 patch block-backend.yaml --only headers -o split.patch', 'The split without the assertions'),
      ({ only = null, output = null, ...args }) =>
        ask({ kind: 'patch', options: { output, only, ...manifests(args), ...common(args) } }),
    )
    .command(
      'apply <manifest..>',
      'Write the change to the tree, all files or none',
      (command) =>
        withManifests(command)
          .options(applyFlags)
          .example('$0 apply block-backend.yaml', 'Split, and assert')
          .example('$0 apply block-backend.yaml -C ../qemu', 'In another tree'),
      ({ only = null, ...args }) => ask({ kind: 'apply', options: { only, ...manifests(args), ...common(args) } }),
    );
}

function withManifests<T>(command: Argv<T>) {
  return command.positional('manifest', {
    type: 'string',
    demandOption: true,
    describe: 'Manifests, relative to the current folder',
  });
}

/** yargs' types know only one value of a positional that takes several. What follows `--` it leaves in `_`. */
function manifests(args: { manifest: string | string[]; _: (string | number)[] }): { manifests: readonly string[] } {
  const [, ...afterDashes] = args._;
  return { manifests: [args.manifest, afterDashes.map(String)].flat() };
}

function common<Format, Colour>(args: { root?: string | undefined; format: Format; color: Colour }) {
  return { root: args.root ?? null, format: args.format, color: args.color };
}
