import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type ObjectFormat = 'sha1' | 'sha256';

/** All paths are absolute. */
export type Repository = { readonly topLevel: string; readonly gitDir: string; readonly objectFormat: ObjectFormat };

/** `refused`: there is a repository, but git will not work in it ("dubious ownership"), or is not installed. */
export type RepositoryLookup =
  | { readonly kind: 'found'; readonly repository: Repository }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: string };

export type GitResult =
  | {
      readonly kind: 'done';
      readonly output: Buffer /** What git complained of all the same. */;
      readonly errors: string;
    }
  | { readonly kind: 'failed'; readonly status: number; readonly message: string; readonly errors: string }
  | { readonly kind: 'too-long'; readonly message: string }
  | { readonly kind: 'no-git'; readonly message: string };

/** The repository whose work tree holds `folder`. A bare repository and the inside of a `.git` count as none. */
export function findRepository(folder: string): RepositoryLookup {
  const asked = ['--is-inside-work-tree', '--show-object-format', '--absolute-git-dir', '--show-toplevel'];
  const result = runGit(folder, ['rev-parse', ...asked]);
  if (result.kind === 'no-git') {
    return hasDotGit(folder) ? { kind: 'refused', reason: result.message } : { kind: 'none' };
  }
  if (result.kind !== 'done') {
    if (/not a git repository|must be run in a work tree/.test(result.message)) return { kind: 'none' };
    return { kind: 'refused', reason: result.message };
  }
  const [inside, format, gitDir, topLevel, ...rest] = result.output.toString('utf8').replace(/\n$/, '').split('\n');
  if (inside !== 'true') return { kind: 'none' };
  if (gitDir === undefined || topLevel === undefined || rest.length > 0) {
    return { kind: 'refused', reason: 'the path of its repository holds a line break' };
  }
  return { kind: 'found', repository: { topLevel, gitDir, objectFormat: format === 'sha256' ? 'sha256' : 'sha1' } };
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
  /** Files left out because their names are not UTF-8: no manifest could spell them. */
  readonly unusableNames: number;
};

/**
 * The regular files below `folder` that git tracks, or would track (untracked, not ignored), relative to `folder`.
 * Tracked files that were deleted on disk are still listed. Null when git cannot list them.
 */
export function listFiles(folder: string): ListedFiles | null {
  const asked = ['-v', '-z', '--stage', '--cached', '--others', '--exclude-standard'];
  const result = runGit(folder, ['ls-files', ...asked]);
  if (result.kind !== 'done') return null;
  const tracked: string[] = [];
  const untracked: string[] = [];
  const unsearched: string[] = [];
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
    }
  }
  return { tracked, untracked, unsearched, unusableNames };
}

/**
 * The tracked files below `folder`, relative to it, in whose bytes on disk one of `strings` stands, which must be
 * ASCII without line breaks. Null when git cannot tell.
 */
export function filesHolding(folder: string, strings: readonly string[]): ReadonlySet<string> | null {
  // One thread takes the least of a machine that others share. The rest guards against a user's configuration.
  const asked = ['--threads=1', '-l', '-z', '-F', '--text', '--no-color', '--no-recurse-submodules'];
  const patterns = strings.flatMap((string) => ['-e', string]);
  const result = runGit(folder, ['-c', 'grep.fullName=false', 'grep', ...asked, ...patterns]);
  if (result.kind === 'failed' && result.status === NOTHING_FOUND) return new Set();
  return result.kind === 'done' ? new Set(result.output.toString('utf8').split('\0')) : null;
}

/** git grep's exit status, as grep's. */
const NOTHING_FOUND = 1;

/** git's id of a blob with these bytes (latin1). */
export function blobId(content: string, format: ObjectFormat): string {
  return createHash(format).update(`blob ${content.length}\0`).update(content, 'latin1').digest('hex');
}

/** Runs git without a shell and without optional locks, in `folder`; `input` (latin1) is what it reads. */
export function runGit(folder: string, args: readonly string[], input = ''): GitResult {
  // No argument of a program can hold one.
  if (args.some((arg) => arg.includes('\0'))) return { kind: 'failed', status: -1, message: 'a NUL byte', errors: '' };
  // A file system monitor is a program that the tree's own configuration names.
  const result = spawnSync('git', ['-C', folder, '-c', 'core.fsmonitor=false', ...args], {
    env: environment(),
    maxBuffer: LARGEST_OUTPUT,
    input: Buffer.from(input, 'latin1'),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (result.error && isCode(result.error, 'ENOBUFS')) return { kind: 'too-long', message: 'git has too much to say' };
  // Git may end before it has read what it was given: its status says why.
  if (result.error && !isCode(result.error, 'EPIPE')) {
    return { kind: 'no-git', message: `git cannot be run: ${result.error.message}` };
  }
  const errors = result.stderr.toString('utf8').trim();
  if (result.status === 0) return { kind: 'done', output: result.stdout, errors };
  const message = errors || `git ended with status ${result.status}`;
  return { kind: 'failed', status: result.status ?? -1, message, errors };
}

/** Bytes. */
const LARGEST_OUTPUT = 1 << 28;

function isCode(error: Error, code: string): boolean {
  return 'code' in error && error.code === code;
}

/**
 * Of our own environment, without what a hook's git says about another repository, without another meaning of paths or
 * dates that no commit of ours has, and with English messages.
 */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, GIT_COMMON_DIR, GIT_OBJECT_DIRECTORY, ...others } =
    process.env;
  const { GIT_LITERAL_PATHSPECS, GIT_GLOB_PATHSPECS, GIT_NOGLOB_PATHSPECS, GIT_ICASE_PATHSPECS, ...rest } = others;
  const { GIT_AUTHOR_DATE, GIT_COMMITTER_DATE, ...undated } = rest;
  return { ...undated, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
}
