import type { Argv } from 'yargs';
import { coverageFlags, seriesFlags, verifyFlags } from '../flags/delivery-flags.ts';
import { seriesOptions } from '../series-options.ts';
import { UsageError } from '../usage-error.ts';
import { verifyOptions } from '../verify-options.ts';
import type { Ask } from './arguments.ts';
import { common, manifests, withManifests } from './arguments.ts';

/** The commands that hand a split over and prove it, in the help's order. */
export function withDeliveryCommands(parser: Argv, ask: Ask): Argv {
  return parser
    .command(
      'series [manifest..]',
      'Write the split as a series of mails for `git am`, with a cover letter',
      (command) =>
        command
          .positional('manifest', {
            type: 'string',
            describe: 'Manifests in the order of the patches; with --file, none',
          })
          .options(seriesFlags)
          .example('$0 series block-backend.yaml -o mails', 'A split patch and an assertion patch')
          .example('$0 series --file series.yaml -o mails --signoff', 'As the series file says')
          .example('$0 series block.yaml --branch split', 'Commits on a branch, and no mails')
          .example('$0 series block.yaml -o mails -v 2 --previous mails', 'Version 2, with changelog and range-diff'),
      (args) => {
        const { manifests: named } = manifests({ manifest: args.manifest ?? [], _: args._ });
        ask({ kind: 'series', options: { ...seriesOptions(args, named), ...common(args) } });
      },
    )
    .command(
      'verify [manifest..]',
      'Prove by the compiler that every user still compiles and that the split changes no code',
      (command) =>
        command
          .positional('manifest', { type: 'string', describe: 'Manifests, relative to the current directory' })
          .options(verifyFlags)
          .example('$0 verify block.yaml -p build', 'Each patch that the manifest asks for')
          .example('$0 verify --series series.yaml -p build -p build-arm', 'Those of a series, in two configurations')
          .example('$0 verify --range main..split -p build', 'Commits that someone made by hand')
          .example("$0 verify volume.yaml --cc 'gcc -Iinclude -O2'", 'Without a compile database'),
      (args) => {
        const { manifests: named } = manifests({ manifest: args.manifest ?? [], _: args._ });
        ask({ kind: 'verify', options: { ...verifyOptions(args, named), ...common(args) } });
      },
    )
    .command(
      'coverage <manifest..>',
      'List the assertions that no test ever ran, from coverage reports',
      (command) =>
        withManifests(command)
          .options(coverageFlags)
          .example('$0 coverage block.yaml --report build', 'After the tests and `gcov --json-format`')
          .example('$0 coverage block.yaml --report lcov.info --fail-under 80', 'Fail if fewer than 80 % ran'),
      ({ report = [], 'fail-under': failUnder, ...args }) => {
        if (report.length === 0)
          throw new UsageError('no coverage report given; name files or directories with --report');
        const options = { reports: report, failUnder: percentOf(failUnder), ...manifests(args), ...common(args) };
        ask({ kind: 'coverage', options });
      },
    );
}

/** A share that a user wrote; null where none was given. */
function percentOf(share: string | undefined): number | null {
  if (share === undefined) return null;
  if (!/^(100|\d{1,2})(\.\d+)?%?$/.test(share))
    throw new UsageError(`option --fail-under needs a share of at most 100, not \`${share}\``);
  return Number.parseFloat(share);
}
