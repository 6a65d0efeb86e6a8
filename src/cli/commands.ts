import type { Argv } from 'yargs';
import type { NotesShown } from '../report/text.ts';
import { assignOptions } from './assign-options.ts';
import { auditQuestion } from './audit-question.ts';
import {
  applyFlags,
  assignFlags,
  auditFlags,
  checkFlags,
  coverageFlags,
  diffFlags,
  initFlags,
  patchFlags,
  regenerateFlags,
  reviewFlags,
  seriesFlags,
  suggestFlags,
  syncFlags,
  usersFlags,
  verifyFlags,
} from './flags.ts';
import type { Invocation } from './invocation.ts';
import { manifestsAndFiles } from './manifests-and-files.ts';
import { outputFile } from './output-file.ts';
import { regenerateOutput } from './regenerate-output.ts';
import { reviewOptions } from './review-options.ts';
import { seriesOptions } from './series-options.ts';
import { UsageError } from './usage-error.ts';
import { verifyOptions } from './verify-options.ts';

/** The parser with the tool's commands; the one that is called tells `ask`, which throws, what it was asked for. */
export function withCommands(parser: Argv, ask: (invocation: Invocation) => never): Argv {
  return parser
    .command(
      'init <header..>',
      'Write a manifest that lists every prototype of a header, unassigned',
      (command) =>
        command
          .positional('header', {
            type: 'string',
            demandOption: true,
            describe: 'The header, relative to here or to the root; with --series or --audit, manifests',
          })
          .options(initFlags)
          .example('$0 init include/sysemu/block-backend.h', 'Show the manifest')
          .example(
            '$0 init include/block/block.h --parts common,graph,io -o block.yaml',
            'Name the parts, and write a file',
          )
          .example(
            '$0 init include/block/block.h --from-split -o block.yaml',
            'Learn the manifest of a header that was split by hand',
          )
          .example(
            '$0 init --series block.yaml block_int.yaml -o series.yaml',
            'Write a series file: what goes into which mail',
          ),
      ({ header: named, parts = '', output: file, 'from-split': fromSplit, series, audit, ...args }) => {
        const output = outputFile(file);
        if (series && audit) throw new UsageError('options --series and --audit cannot be combined');
        if ((series || audit) && (fromSplit || parts !== '')) {
          const option = series ? '--series' : '--audit';
          throw new UsageError(`option ${option} writes no manifest; leave out --parts and --from-split`);
        }
        if (series || audit) {
          const { format, color, notes } = common(args);
          const { manifests: listed } = manifests({ manifest: named, _: args._ });
          ask({
            kind: series ? 'init-series' : 'init-audit',
            options: { manifests: listed, output, format, color, notes },
          });
        }
        const [header = '', ...others] = [named].flat();
        if (others.length > 0) throw new UsageError(`unexpected argument \`${others.join(' ')}\``);
        if (fromSplit && parts !== '')
          throw new UsageError('option --from-split finds the parts itself; leave out --parts');
        const names = parts.split(',').map((name) => name.trim());
        const options = { header, output, parts: names.filter((name) => name !== ''), fromSplit, ...common(args) };
        ask({ kind: 'init', options });
      },
    )
    .command(
      'assign <manifest> [assignment..]',
      'Assign many functions of the manifest to parts at once',
      (command) =>
        command
          .positional('manifest', { type: 'string', demandOption: true, describe: 'The manifest' })
          .positional('assignment', {
            type: 'string',
            array: true,
            describe: 'PATTERN=PART: a name, a glob, or a regular expression between slashes',
          })
          .options(assignFlags)
          .example("$0 assign s.yaml 'rdb*=io' '/^get/=graph'", 'By name')
          .example("$0 assign s.yaml --defined-in 'net*.c=io'", 'By defining file')
          .example("$0 assign s.yaml --section 'Utils=common'", 'By section of the header')
          .example("$0 assign s.yaml '*=io' --unassigned-only", 'Everything that is left'),
      (args) => ask({ kind: 'assign', options: { ...assignOptions(args), ...common(args) } }),
    )
    .command(
      'suggest <manifest..>',
      'Propose parts for functions that have none, from who calls whom and from your own entries',
      (command) =>
        withManifests(command)
          .options(suggestFlags)
          .example('$0 suggest block.yaml', 'One line a function, with the evidence')
          .example('$0 suggest block.yaml --write --certain', 'Fill in what `may_call` leaves no doubt about'),
      ({ write, certain, file = null, 'no-cache': noCache, ...args }) => {
        if (certain && !write) throw new UsageError('option --certain says what --write writes; add --write');
        const wanted = write ? (certain ? 'certain' : 'likely') : null;
        ask({
          kind: 'suggest',
          options: { write: wanted, file, cache: !noCache, ...manifests(args), ...common(args) },
        });
      },
    )
    .command(
      'review [manifest..]',
      'Make a page to look at each function with its evidence, and to choose its part',
      (command) =>
        command
          .positional('manifest', { type: 'string', describe: 'Manifests, relative to the current directory' })
          .options(reviewFlags)
          .example('$0 review block.yaml block_int.yaml -o review.html', 'One file, to read, to mail, to decide in')
          .example('$0 review --file audit.yaml -o review.html', 'With the locks and contexts of an audit file')
          .example('$0 review block.yaml --serve', 'Live: each decision is in the manifest at once'),
      (args) => {
        const { manifests: listed } = manifests({ manifest: args.manifest ?? [], _: args._ });
        ask({ kind: 'review', options: { ...reviewOptions(args, listed), ...common(args) } });
      },
    )
    .command(
      'check <manifest..>',
      'Check that manifest, headers and assertions agree; exit 1 if not',
      (command) =>
        withManifests(command)
          .options(checkFlags)
          .example('$0 check block-backend.yaml', 'In CI, or by hand')
          .example('$0 check block-backend.yaml --fix', 'Fix what has one right answer, report the rest')
          .example('$0 check block.yaml --audit', 'Also look for forbidden calls between parts')
          .example('$0 check block-backend.yaml --format sarif > check.sarif', 'For a code scanning service'),
      ({ only = null, fix, audit: isAsked, 'audit-file': auditFile = null, 'no-cache': noCache, ...args }) => {
        if (fix && only !== null) throw new UsageError('option --fix fixes everything; leave out --only');
        const audit = isAsked || auditFile !== null;
        ask({
          kind: 'check',
          options: { only, fix, audit, auditFile, cache: !noCache, ...manifests(args), ...common(args) },
        });
      },
    )
    .command(
      'audit [manifest..]',
      'Find calls between parts that the manifests forbid, also through callbacks; exit 1 if there are any',
      (command) =>
        command
          .positional('manifest', { type: 'string', describe: 'Manifests, relative to the current directory' })
          .options(auditFlags)
          .example('$0 audit block.yaml block-backend.yaml', 'All calls between the parts of two headers')
          .example('$0 audit --file audit.yaml', 'With locks, contexts and sections of structs')
          .example('$0 audit block.yaml --why bdrv_ref', 'Who calls a function, and from which part it is reached')
          .example('$0 audit block.yaml --locks lock/unlock', 'Who takes a lock, and what is called under it'),
      ({
        file = null,
        far,
        why,
        members,
        locks,
        from = null,
        'update-baseline': updateBaseline,
        'no-cache': noCache,
        ...args
      }) => {
        const named = { manifest: args.manifest ?? [], _: args._ };
        const { manifests: listed } = manifests(named);
        if (listed.length === 0 && file === null) throw new UsageError('no manifest given, and no --file');
        const question = auditQuestion({
          why,
          members,
          locks,
          format: args.format,
          others: args.notes || updateBaseline,
        });
        const options = { manifests: listed, file, far: costOf(far), question, updateBaseline, from, cache: !noCache };
        ask({ kind: 'audit', options: { ...options, ...common(args) } });
      },
    )
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
        ask({ kind: 'diff', options: { stat, exitCode, only, from, ...manifests(args), ...common(args) } }),
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
          options: { output: outputFile(output), only, from, ...manifests(args), ...common(args) },
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
        ask({ kind: 'apply', options: { only, from, ...manifests(args), ...common(args) } }),
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
          .example('$0 users block.yaml block/nbd.c', 'Each name that one file uses, with its line'),
      ({ from = null, ...args }) => {
        ask({ kind: 'users', options: { ...manifestsAndFiles(manifests(args).manifests), from, ...common(args) } });
      },
    )
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

function withManifests<T>(command: Argv<T>) {
  return command.positional('manifest', {
    type: 'string',
    demandOption: true,
    describe: 'Manifests, relative to the current directory',
  });
}

/** yargs' types know only one value of a positional that takes several. What follows `--` it leaves in `_`. */
function manifests(args: { manifest: string | string[]; _: (string | number)[] }): { manifests: readonly string[] } {
  const [, ...afterDashes] = args._;
  return { manifests: [args.manifest, afterDashes.map(String)].flat() };
}

/** A cost that a user wrote; null where none was given. */
function costOf(far: string | undefined): number | null {
  if (far === undefined) return null;
  if (!/^\d{1,4}$/.test(far)) throw new UsageError(`option --far needs a number, not \`${far}\``);
  return Number(far);
}

/** A share that a user wrote; null where none was given. */
function percentOf(share: string | undefined): number | null {
  if (share === undefined) return null;
  if (!/^(100|\d{1,2})(\.\d+)?%?$/.test(share))
    throw new UsageError(`option --fail-under needs a share of at most 100, not \`${share}\``);
  return Number.parseFloat(share);
}

/** A manifest's older version says nothing of another manifest. */
function onlyWithOne(was: string | null, manifests: readonly string[]): string | null {
  if (was !== null && manifests.length > 1) throw new UsageError('option --was works with one manifest only');
  return was;
}

function common<Format, Colour>(args: { root?: string | undefined; format: Format; color: Colour; notes: boolean }) {
  const notes: NotesShown = args.notes ? 'all' : 'summed';
  return { root: args.root ?? null, format: args.format, color: args.color, notes };
}
