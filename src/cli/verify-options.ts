import { availableParallelism } from 'node:os';
import type { UsersOptions, VerifyOptions } from '../commands/options.ts';
import { splitWords } from '../verify/command/split-words.ts';
import { UsageError } from './usage-error.ts';

type Flags = {
  readonly series?: string | undefined;
  readonly range?: string | undefined;
  readonly 'audit-file'?: string | undefined;
  readonly database?: readonly string[] | undefined;
  /** A list where it is given twice: `series` has an option of this name that may be repeated. */
  readonly cc?: string | readonly string[] | undefined;
  readonly 'cc-allow'?: readonly string[] | undefined;
  readonly build?: string | undefined;
  readonly launcher?: string | undefined;
  readonly jobs?: string | undefined;
  readonly state?: string | undefined;
  readonly report?: readonly string[] | undefined;
  readonly html?: string | undefined;
};

/** How `users` compiles; null: it does not. */
export function proveOptions(
  flags: Omit<Flags, 'series' | 'range' | 'database' | 'cc' | 'html' | 'report' | 'build'> & {
    readonly prove?: readonly string[] | undefined;
  },
): UsersOptions['prove'] {
  if (flags.prove !== undefined) return { databases: flags.prove, cc: null, ...compiling(flags) };
  for (const option of ['cc-allow', 'launcher', 'jobs', 'state'] as const)
    if (flags[option] !== undefined) throw new UsageError(`option --${option} works with --prove only`);
  return null;
}

/** What `verify` should prove, and how it compiles. Options that exclude one another are a usage error. */
export function verifyOptions(
  flags: Flags,
  manifests: readonly string[],
): Omit<VerifyOptions, 'root' | 'format' | 'color' | 'notes'> {
  if (typeof flags.cc === 'object') throw new UsageError('option --cc is given twice');
  if (flags.cc !== undefined && flags.database !== undefined) {
    throw new UsageError('option --cc is for a tree without a compile database; leave out -p');
  }
  if (flags.build !== undefined && flags.cc !== undefined) {
    throw new UsageError('option --build is for a build directory; leave out --cc');
  }
  if (flags.report !== undefined && flags.series === undefined && manifests.length === 0) {
    throw new UsageError('option --report needs the manifests with the assertions, as in `verify a.yaml --range A..B`');
  }
  return {
    what: whatOf(flags, manifests),
    databases: flags.database ?? [],
    cc: flags.cc ?? null,
    ...compiling(flags),
    build: flags.build === undefined ? null : buildOf(flags.build),
    reports: flags.report ?? [],
    html: flags.html ?? null,
  };
}

function compiling(
  flags: Pick<Flags, 'cc-allow' | 'launcher' | 'jobs' | 'state'>,
): Pick<VerifyOptions, 'allowed' | 'launcher' | 'jobs' | 'state'> {
  return {
    allowed: flags['cc-allow'] ?? [],
    launcher: wordsOf('launcher', flags.launcher ?? ''),
    jobs: jobsOf(flags.jobs),
    state: flags.state ?? null,
  };
}

/** The targets are words of their own, as there may be several; without `{target}` the tool makes what it would make. */
function buildOf(text: string): readonly string[] {
  const words = wordsOf('build', text);
  const isSpelt = words.slice(1).some((word) => word.includes('{dir}'));
  if (isSpelt && words.every((word, at) => !word.includes('{target}') || (word === '{target}' && at > 0))) return words;
  throw new UsageError(
    "option --build needs {dir}, and {target} as a word of its own, as in --build 'ninja -C {dir} {target}'",
  );
}

function whatOf({ series, range, 'audit-file': auditFile }: Flags, paths: readonly string[]): VerifyOptions['what'] {
  if (auditFile !== undefined && (series !== undefined || range !== undefined))
    throw new UsageError('option --audit-file works with manifests only; a series file names it under `audit`');
  if (series !== undefined) {
    if (range !== undefined) throw new UsageError('options --series and --range cannot be combined');
    if (paths.length > 0) throw new UsageError('option --series names the manifests; give no others');
    return { kind: 'series', path: series };
  }
  if (range === undefined) {
    if (paths.length > 0) return { kind: 'manifests', paths, auditFile: auditFile ?? null };
    throw new UsageError(
      'no manifest given, as in `header-split verify block.yaml -p build`, and no --series or --range',
    );
  }
  const [, from, to] = /^(.*[^.])\.\.([^.].*)$/.exec(range) ?? [];
  if (from === undefined || to === undefined)
    throw new UsageError(`option --range takes commits as A..B, not \`${range}\``);
  return { kind: 'range', from, to, paths };
}

function wordsOf(option: string, text: string): readonly string[] {
  const split = splitWords(text);
  if (split.kind === 'words') return split.words;
  throw new UsageError(`option --${option} has ${split.reason}`);
}

/** A number of compilers that a machine could run. */
function jobsOf(jobs: string | undefined): number {
  if (jobs === undefined) return availableParallelism();
  if (/^[1-9]\d{0,3}$/.test(jobs)) return Number(jobs);
  throw new UsageError(`option --jobs needs a number, not \`${jobs}\``);
}
