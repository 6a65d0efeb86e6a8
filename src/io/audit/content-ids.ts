import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '../git/git.ts';
import { indexEntries } from '../git/index-entries.ts';

/** Ids of what files hold, as git names blobs. */
export type ContentIds = {
  /** The id and the bytes of a file that is on disk as git's index has it; null where that is not sure. */
  readonly known: (path: string) => { readonly id: string; readonly size: number } | null;
  readonly of: (bytes: Uint8Array) => string;
};

/**
 * The ids of the files below `root` in the work tree of a repository. A file that is as old as the index may have changed
 * since git looked at it, so it is not known.
 */
export function contentIds(repository: Repository, root: string): ContentIds {
  const entries = indexEntries(repository, root);
  const indexed = modified(join(repository.gitDir, 'index'))?.mtimeMs ?? 0;
  return {
    known: (path) => {
      const entry = entries.get(path);
      const stat = entry === undefined || entry.mtime >= indexed ? null : modified(`${root}/${path}`);
      if (entry === undefined || stat === null) return null;
      const isSame =
        stat.size === entry.size &&
        Math.abs(stat.mtimeMs - entry.mtime) < MICROSECOND &&
        stat.ino % 2 ** 32 === entry.inode;
      return isSame && stat.isFile() ? { id: entry.id, size: stat.size } : null;
    },
    of: (bytes) => createHash(repository.objectFormat).update(`blob ${bytes.length}\0`).update(bytes).digest('hex'),
  };
}

/** In milliseconds; more precise is no number of this size. */
const MICROSECOND = 0.001;

function modified(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}
