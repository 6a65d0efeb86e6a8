import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './git.ts';
import { indexEntries } from './index-entries.ts';
import { belowTopLevel } from './revision.ts';

/** Ids of what files hold, as git names blobs. */
export type ContentIds = {
  /** The id and the bytes of a file that is on disk as git's index has it; null where that is not sure. */
  readonly known: (path: string) => { readonly id: string; readonly size: number } | null;
  readonly of: (bytes: Uint8Array) => string;
};

/**
 * The ids of the files below `root` in the work tree of a repository. A file that is as old as the index may have changed
 * since git looked at it, so it is not known. Nor is, with `unchanged` true, one that attributes may give other words on disk than git stores.
 */
export function contentIds(repository: Repository, root: string, unchanged = false): ContentIds {
  // In a folder below, git before 2.41 asks for the attributes of other paths.
  const entries = unchanged ? indexEntries(repository, repository.topLevel, UNCHANGED) : indexEntries(repository, root);
  const below = unchanged ? belowTopLevel(repository, root) : '';
  const named = (path: string): string => (below === '' ? path : `${below}/${path}`);
  const indexed = modified(join(repository.gitDir, 'index'))?.mtimeMs ?? 0;
  return {
    known: (path) => {
      const entry = entries.get(named(path));
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

/** No filter program, keyword or encoding; line ends alone may be others. */
const UNCHANGED = [':(attr:!filter !ident !working-tree-encoding)'];

/** In milliseconds; more precise is no number of this size. */
const MICROSECOND = 0.001;

function modified(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}
