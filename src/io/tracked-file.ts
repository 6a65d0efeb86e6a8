import { realpathSync } from 'node:fs';
import { dirname, posix, relative, resolve, sep } from 'node:path';
import { readBlobs } from './blobs.ts';
import { isInside } from './check-path.ts';
import { findRepository, type Repository } from './git.ts';
import { belowTopLevel } from './revision.ts';

/** A file on disk, and where its repository has it. */
export type TrackedFile = {
  readonly repository: Repository;
  /** From the top level, with `/`. */
  readonly path: string;
};

/** Where git has the file that a user spelt, relative to `cwd`; null where no repository holds it. The file exists. */
export function trackedFile(cwd: string, path: string): TrackedFile | null {
  const real = realpathSync.native(resolve(cwd, path));
  const lookup = findRepository(dirname(real));
  if (lookup.kind !== 'found') return null;
  const { repository } = lookup;
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
