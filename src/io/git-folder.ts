import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isInside } from './check-path.ts';

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
  const stat = lstatSync(entry, { throwIfNoEntry: false });
  const named = stat?.isFile() ? namedBy(entry) : entry;
  if (stat === undefined || named === null || realOrNull(named) !== gitDir) return 'foreign';
  const common = commonFolder(gitDir);
  if (common === null) return 'named';
  if (common !== gitDir) return isLinkedFrom(common, gitDir, entry) ? 'own' : 'named';
  if (isInside(topLevel, gitDir)) return 'own';
  const workTree = workTreeOf(gitDir);
  return workTree !== null && realOrNull(resolve(gitDir, workTree)) === topLevel ? 'own' : 'named';
}

/** Where references, objects and configuration of a git folder are: elsewhere for a linked work tree; null: unreadable. */
export function commonFolder(gitDir: string): string | null {
  const file = join(gitDir, 'commondir');
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return gitDir;
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
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > LONGEST_LINE) return null;
  try {
    return readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
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
