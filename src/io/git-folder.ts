import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isInside } from './check-path.ts';
import { isOdd, oddFileInConfig } from './git-config-files.ts';
import { lookAt, lookThrough } from './look.ts';

/**
 * What a top level has to do with the git folder that git found for it. `own`: the git folder lies in the top level, or
 * names it. `named`: the top level's `.git` names a git folder elsewhere that does not name the top level, as after
 * `git init --separate-git-dir`, or when a stranger wrote that file; it is read, and nothing is written to it.
 * `foreign`: the top level has no `.git` that leads there, as when the git folder's `core.worktree` names it.
 */
export type Belonging = 'own' | 'named' | 'foreign';

/** Both paths are real. `workTreeOf` is what the configuration in a git folder says of its work tree; null: nothing. */
export function belongingOf(
  topLevel: string,
  gitDir: string,
  workTreeOf: (gitDir: string) => string | null,
): Belonging {
  const entry = join(topLevel, '.git');
  const stat = lookAt(entry);
  const named = stat?.isFile() ? namedBy(entry) : entry;
  if (stat === null || named === null || realOrNull(named) !== gitDir) return 'foreign';
  const common = commonFolder(gitDir);
  if (common === null) return 'named';
  if (common !== gitDir) return isLinkedFrom(common, gitDir, entry) ? 'own' : 'named';
  if (isInside(topLevel, gitDir)) return 'own';
  const workTree = workTreeOf(gitDir);
  return workTree !== null && realOrNull(resolve(gitDir, workTree)) === topLevel ? 'own' : 'named';
}

/**
 * False where git need not be asked, as it would find nothing: neither in `folder` nor above it is anything named `.git`,
 * or the HEAD that a bare repository has.
 */
export function mayBeInRepository(folder: string): boolean {
  const real = realOrNull(folder);
  if (real === null) return true;
  for (let at = real; ; at = dirname(at)) {
    if (lookAt(join(at, '.git')) !== null || lookAt(join(at, 'HEAD')) !== null) return true;
    if (dirname(at) === at) return false;
  }
}

/**
 * A file of the git folder around `folder`, one that its configuration names, or a list of what to ignore, that is a pipe
 * or a device: git would wait for the one, and read the other without end. Null where there is none, or no git folder.
 */
export function oddGitFile(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const entry = join(at, '.git');
    const stat = lookAt(entry);
    const gitDir = stat?.isFile() ? namedBy(entry) : stat === null ? null : entry;
    if (gitDir !== null && lookThrough(gitDir)?.isDirectory()) {
      const common = commonFolder(gitDir) ?? gitDir;
      const files = ownFiles.flatMap((name) => [join(gitDir, name), join(common, name)]);
      const configured = [gitDir, common].flatMap((name) => [join(name, 'config'), join(name, 'config.worktree')]);
      return [join(at, '.gitignore'), ...files].find(isOdd) ?? oddFileInConfig(configured, [at, gitDir]);
    }
    if (dirname(at) === at) return null;
  }
}

const ownFiles: readonly string[] = [
  'HEAD',
  'commondir',
  'config',
  'config.worktree',
  'gitdir',
  'index',
  'info/attributes',
  'info/exclude',
  'objects/info/alternates',
  'objects/info/commit-graph',
  'packed-refs',
  'shallow',
];

/** Where references, objects and configuration of a git folder are: elsewhere for a linked work tree; null: unreadable. */
export function commonFolder(gitDir: string): string | null {
  const file = join(gitDir, 'commondir');
  if (lookAt(file) === null) return gitDir;
  const path = lineIn(file);
  return path === null ? null : realOrNull(resolve(gitDir, path));
}

/** Whether a repository has made the git folder for the work tree whose `.git` is `entry`: it names that file. */
function isLinkedFrom(common: string, gitDir: string, entry: string): boolean {
  if (dirname(gitDir) !== join(common, 'worktrees')) return false;
  const named = lineIn(join(gitDir, 'gitdir'));
  if (named === null) return false;
  const file = resolve(gitDir, named);
  return basename(file) === '.git' && realOrNull(dirname(file)) === dirname(entry);
}

/** The git folder that a file `.git` names. */
function namedBy(file: string): string | null {
  const line = lineIn(file);
  return line?.startsWith(POINTER) ? resolve(dirname(file), line.slice(POINTER.length)) : null;
}

const POINTER = 'gitdir: ';

/** What a small regular file holds, without its line ends. */
function lineIn(file: string): string | null {
  const stat = lookAt(file);
  if (!stat?.isFile() || stat.size > LONGEST_LINE) return null;
  try {
    return readFileSync(file, 'utf8').replace(/(?<![\r\n])[\r\n]+$/, '');
  } catch {
    return null;
  }
}

/** Bytes; more than any path has. */
const LONGEST_LINE = 16_384;

function realOrNull(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}
