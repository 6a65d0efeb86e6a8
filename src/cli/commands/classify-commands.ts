import type { Argv } from 'yargs';
import { assignOptions } from '../assign-options.ts';
import { auditQuestion } from '../audit-question.ts';
import { assignFlags, auditFlags, checkFlags, initFlags, reviewFlags, suggestFlags } from '../flags/classify-flags.ts';
import { outputFile } from '../output-file.ts';
import { reviewOptions } from '../review-options.ts';
import { UsageError } from '../usage-error.ts';
import type { Ask } from './arguments.ts';
import { common, manifests, withManifests } from './arguments.ts';

/** The commands that find out and say to which part a function belongs, in the help's order. */
export function withClassifyCommands(parser: Argv, ask: Ask): Argv {
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
      ({ write, certain, evidence, file = null, 'no-cache': noCache, ...args }) => {
        if (certain && !write) throw new UsageError('option --certain says what --write writes; add --write');
        const wanted = write ? (certain ? 'certain' : 'likely') : null;
        ask({
          kind: 'suggest',
          options: { write: wanted, evidence, file, cache: !noCache, ...manifests(args), ...common(args) },
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
    );
}

/** A cost that a user wrote; null where none was given. */
function costOf(far: string | undefined): number | null {
  if (far === undefined) return null;
  if (!/^\d{1,4}$/.test(far)) throw new UsageError(`option --far needs a number, not \`${far}\``);
  return Number(far);
}
