import { realpathSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import { isInside } from '../check-path.ts';
import { readBlobs } from './blobs.ts';
import type { Repository } from './git.ts';
import { belowTopLevel } from './revision.ts';

/** A file on disk, and where the repository of the tree has it. */
export type TrackedFile = {
  readonly repository: Repository;
  /** From the top level, with `/`. */
  readonly path: string;
};

/**
 * Where the tree's repository has the file that a user spelt, relative to `cwd`; null where it lies outside. The file
 * exists. No other repository is looked for: the folder of a manifest may be laid out as one by a stranger.
 */
export function trackedFile(repository: Repository | null, cwd: string, path: string): TrackedFile | null {
  const real = realpathSync.native(resolve(cwd, path));
  if (repository === null || !isInside(repository.topLevel, real)) return null;
  return { repository, path: relative(repository.topLevel, real).split(sep).join('/') };
}

/** The bytes (latin1) that HEAD has of the file; null when it has none, or there is no commit yet. */
export function readAtHead({ repository, path }: TrackedFile): string | null {
  return readBlobs(repository, [`HEAD:${path}`])[0] ?? null;
}

/**
 * The bytes of `REV:PATH` as git reads it: from the top level, or from `cwd` where the path begins with `./` or `../`.
 * Null when git has no such file.
 */
export function readNamedVersion(repository: Repository, cwd: string, name: string): string | null {
  const relativePath = /^(.*?):(\.{1,2}\/.*)$/s.exec(name);
  if (!relativePath) return readBlobs(repository, [name])[0] ?? null;
  const here = realpathSync.native(cwd);
  const below = isInside(repository.topLevel, here) ? belowTopLevel(repository, here) : '';
  const [, revision = '', path = ''] = relativePath;
  return readBlobs(repository, [`${revision}:${posix.join(below, path)}`])[0] ?? null;
}
