import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { belongingOf, mayBeInRepository, oddGitFile } from '../git-folder.ts';
import { guards, LONGEST_LOOKUP, LONGEST_RUN, ownEnvironment } from '../git-process.ts';

export type ObjectFormat = 'sha1' | 'sha256';

/** All paths are absolute and real. */
export type Repository = {
  /** Of a bare repository the git folder. */
  readonly topLevel: string;
  readonly gitDir: string;
  readonly objectFormat: ObjectFormat;
  /** Whether the git folder itself says that it belongs to the top level; else nothing is written to it. */
  readonly isOwn: boolean;
};

/**
 * `refused`: there is a repository, but git will not work in it ("dubious ownership"), or is not installed. `foreign`:
 * what git found is not the repository of the top level that it names.
 */
export type RepositoryLookup =
  | { readonly kind: 'found'; readonly repository: Repository }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' | 'foreign'; readonly reason: string };

export type GitResult =
  | {
      readonly kind: 'done';
      readonly output: Buffer /** What git complained of all the same. */;
      readonly errors: string;
    }
  | { readonly kind: 'failed'; readonly status: number; readonly message: string; readonly errors: string }
  | { readonly kind: 'too-long'; readonly message: string }
  | { readonly kind: 'no-git'; readonly message: string };

/**
 * The repository whose work tree holds `folder`, a real path. A bare repository, also one that is a folder of the tree,
 * and the inside of a `.git` count as none.
 */
export function findRepository(folder: string): RepositoryLookup {
  if (!mayBeInRepository(folder)) return { kind: 'none' };
  const asked = ['--is-inside-work-tree', '--show-object-format', '--absolute-git-dir', '--show-toplevel'];
  const odd = oddGitFile(folder);
  if (odd !== null) return { kind: 'refused', reason: `${odd} is a pipe or a device` };
  const result = runGit(folder, ['rev-parse', ...asked], '', LONGEST_LOOKUP);
  if (result.kind === 'no-git') {
    return hasDotGit(folder) ? { kind: 'refused', reason: result.message } : { kind: 'none' };
  }
  if (result.kind !== 'done') {
    if (NO_WORK_TREE.test(result.message)) return { kind: 'none' };
    return { kind: 'refused', reason: result.message };
  }
  const [inside, format, gitDir, topLevel, ...rest] = result.output.toString('utf8').replace(/\n$/, '').split('\n');
  if (inside !== 'true') return hasWorkTreeElsewhere(folder) ?? { kind: 'none' };
  if (gitDir === undefined || topLevel === undefined || rest.length > 0) {
    return { kind: 'refused', reason: 'the path of its repository contains a line break' };
  }
  const belonging = belongingOf(topLevel, gitDir, configuredWorkTree);
  if (belonging === 'foreign') {
    return {
      kind: 'foreign',
      reason: `the git directory ${gitDir} says that it belongs to ${topLevel}, which has another or none`,
    };
  }
  const objectFormat = format === 'sha256' ? 'sha256' : 'sha1';
  return { kind: 'found', repository: { topLevel, gitDir, objectFormat, isOwn: belonging === 'own' } };
}

/** As `findRepository`, where it is not asked why there is none. */
export function repositoryOf(folder: string): Repository | null {
  const lookup = findRepository(folder);
  return lookup.kind === 'found' ? lookup.repository : null;
}

const NO_WORK_TREE = /not a git repository|must be run in a work tree|cannot use bare repository/;

/** Whether the configuration of the repository around a folder names a work tree that the folder is no part of. */
function hasWorkTreeElsewhere(folder: string): RepositoryLookup | null {
  const asked = ['--is-bare-repository', '--is-inside-git-dir', '--absolute-git-dir'];
  const result = runGit(folder, ['rev-parse', ...asked]);
  const [isBare, isInside, gitDir] = result.kind === 'done' ? result.output.toString('utf8').split('\n') : [];
  if (isBare !== 'false' || isInside !== 'false') return null;
  return { kind: 'foreign', reason: `the git directory ${gitDir} says that its work tree is elsewhere` };
}

function configuredWorkTree(gitDir: string): string | null {
  const result = runGit(gitDir, [`--git-dir=${gitDir}`, 'config', '--get', 'core.worktree']);
  return result.kind === 'done' ? result.output.toString('utf8').replace(/\n$/, '') : null;
}

function hasDotGit(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return dirname(folder) !== folder && hasDotGit(dirname(folder));
}

export type ListedFiles = {
  /** Sorted by bytes, each once. */
  readonly tracked: readonly string[];
  readonly untracked: readonly string[];
  /** Tracked files that `filesHolding` leaves out, or of which it sees something else than what is on disk. */
  readonly unsearched: readonly string[];
  /** Symbolic links that git tracks. */
  readonly links: readonly string[];
  /** Files left out because their names are not UTF-8: no manifest could spell them. */
  readonly unusableNames: number;
};

/**
 * The regular files below `folder`, in the work tree of `repository`, that git tracks, or would track (untracked, not ignored), relative to `folder`.
 * Tracked files that were deleted on disk are still listed. Null when git cannot list them.
 */
export function listFiles(repository: Repository, folder: string): ListedFiles | null {
  const asked = ['-v', '-z', '--stage', '--cached', '--others', '--exclude-standard'];
  const result = gitIn(repository, ['ls-files', ...asked], { folder });
  if (result.kind !== 'done') return null;
  const tracked: string[] = [];
  const untracked: string[] = [];
  const unsearched: string[] = [];
  const links: string[] = [];
  let unusableNames = 0;
  // Each entry: `H 100644 <id> 0\t<path>`, or `? <path>`. Another letter: unmerged, assumed unchanged, not checked out.
  const output = result.output.toString('utf8');
  const allUsable = !output.includes('\ufffd');
  for (const entry of output.split('\0')) {
    if (!allUsable && entry.includes('\ufffd')) unusableNames++;
    else if (entry.startsWith('? ')) {
      // A repository inside the tree is listed as a folder.
      if (!entry.endsWith('/')) untracked.push(entry.slice(2));
    } else if (entry.startsWith('100', 2)) {
      const path = entry.slice(entry.indexOf('\t') + 1);
      // An unmerged file has several entries.
      if (path !== tracked.at(-1)) tracked.push(path);
      if (!entry.startsWith('H')) unsearched.push(path);
    } else if (entry.startsWith('120', 2)) links.push(entry.slice(entry.indexOf('\t') + 1));
  }
  return { tracked, untracked, unsearched, links, unusableNames };
}

/**
 * The tracked files below `folder`, relative to it, in whose bytes on disk one of `strings` stands, which must be
 * ASCII without line breaks. Null when git cannot tell.
 *
 * @param areWords Each is an identifier that must stand there as a whole.
 */
export function filesHolding(
  repository: Repository,
  folder: string,
  strings: readonly string[],
  areWords = false,
): ReadonlySet<string> | null {
  // One thread takes the least of a machine that others share. The rest guards against a user's configuration.
  const asked = ['--threads=1', '-l', '-z', '-F', '--text', '--no-color', '--no-recurse-submodules'];
  const patterns = [...(areWords ? ['-w'] : []), ...strings.flatMap((string) => ['-e', string])];
  const result = gitIn(repository, ['-c', 'grep.fullName=false', 'grep', ...asked, ...patterns], { folder });
  if (result.kind === 'failed' && result.status === NOTHING_FOUND) return new Set();
  return result.kind === 'done' ? new Set(result.output.toString('utf8').split('\0')) : null;
}

/** git grep's exit status, as grep's. */
const NOTHING_FOUND = 1;

/** git's id of a blob with these bytes (latin1). */
export function blobId(content: string, format: ObjectFormat): string {
  return createHash(format).update(`blob ${content.length}\0`).update(content, 'latin1').digest('hex');
}

/**
 * Runs git in a repository that was found, which it does not look for again. `folder` is the current one (default: the
 * top level), `input` (latin1) what git reads.
 */
export function gitIn(
  { topLevel, gitDir }: Repository,
  args: readonly string[],
  { input = '', folder = topLevel }: { readonly input?: string; readonly folder?: string } = {},
): GitResult {
  const workTree = topLevel === gitDir ? [] : [`--work-tree=${topLevel}`];
  return runGit(folder, [`--git-dir=${gitDir}`, ...workTree, ...args], input);
}

/** Runs git without a shell, in `folder`; `input` (latin1) is what it reads. Nothing that the tree names is started. */
export function runGit(folder: string, args: readonly string[], input = '', limit = LONGEST_RUN): GitResult {
  // No argument of a program can hold one.
  if (args.some((arg) => arg.includes('\0'))) return { kind: 'failed', status: -1, message: 'a NUL byte', errors: '' };
  const unending = { kind: 'failed', status: -1, message: 'git does not finish here', errors: '' } as const;
  if (isStuck) return unending;
  const result = spawnSync('git', ['-C', folder, ...guards, ...args], {
    env: ownEnvironment(),
    maxBuffer: LARGEST_OUTPUT,
    input: Buffer.from(input, 'latin1'),
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  if (result.error && isCode(result.error, 'ENOBUFS')) return { kind: 'too-long', message: 'git printed too much' };
  if (result.error && isCode(result.error, 'ETIMEDOUT')) {
    isStuck = true;
    return unending;
  }
  // Git may end before it has read what it was given: its status says why.
  if (result.error && !isCode(result.error, 'EPIPE')) {
    return { kind: 'no-git', message: `git cannot be run: ${result.error.message}` };
  }
  const errors = result.stderr.toString('utf8').trim();
  if (result.status === 0) return { kind: 'done', output: result.stdout, errors };
  const message = errors || `git ended with status ${result.status}`;
  return { kind: 'failed', status: result.status ?? -1, message, errors };
}

/** Once is enough: what git waits for it would wait for again. */
let isStuck = false;

/** Bytes. */
const LARGEST_OUTPUT = 1 << 28;

function isCode(error: Error, code: string): boolean {
  return 'code' in error && error.code === code;
}
