import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Repository } from '../git/git.ts';
import { lookAt, lookThrough } from '../look.ts';
import { systemMessage } from '../system-error.ts';

export type StateFolder =
  | { readonly kind: 'folder'; readonly folder: string }
  /** Proofs are not kept: nobody named a directory, and the git directory is not the tree's own or cannot be written. */
  | { readonly kind: 'none' }
  /** `reason`: in words that follow the path. */
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string };

/** Makes the directory where proofs are kept: what the user named, else in the git directory, below which no link counts. */
export function openStateFolder(cwd: string, named: string | null, repository: Repository | null): StateFolder {
  if (named !== null) return makeNamed(resolve(cwd, named));
  if (repository?.isOwn !== true) return { kind: 'none' };
  for (const folder of foldersIn(repository)) {
    const problem = makeFolder(folder);
    if (problem === null) continue;
    return lookAt(folder) === null ? { kind: 'none' } : { kind: 'refused', path: folder, reason: problem };
  }
  return { kind: 'folder', folder: foldersIn(repository)[1] };
}

/** Where proofs of earlier runs are in the git directory; null where there are none. */
export function keptState(repository: Repository | null): string | null {
  if (repository?.isOwn !== true) return null;
  const folders = foldersIn(repository);
  return folders.every((folder) => lookAt(folder)?.isDirectory()) ? folders[1] : null;
}

function foldersIn({ gitDir }: Repository): readonly [string, string] {
  return [join(gitDir, 'header-split'), join(gitDir, 'header-split', 'verify')];
}

/** One by one: in /proc the system's own way to make them all does not end. */
function makeNamed(path: string): StateFolder {
  const missing: string[] = [];
  for (let at = path; lookThrough(at) === null && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  for (const folder of missing.length === 0 ? [path] : missing) {
    const reason = makeFolder(folder);
    if (reason !== null) return { kind: 'refused', path: folder, reason };
  }
  return { kind: 'folder', folder: path };
}

/** Null: the directory is there. */
function makeFolder(path: string): string | null {
  try {
    if (lookAt(path) === null) mkdirSync(path);
    return lookAt(path)?.isDirectory() === true ? null : 'is not a real directory';
  } catch (error) {
    return `cannot be made: ${systemMessage(error)}`;
  }
}

/** Where a compile database lies when nobody names one; null: nowhere known. */
export function usualDatabase(root: string): string | null {
  const folders = [root, join(root, 'build'), join(root, 'builddir'), join(root, '_build')];
  return folders.find((folder) => existsSync(join(folder, 'compile_commands.json'))) ?? null;
}
