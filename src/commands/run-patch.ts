import { relative, sep } from 'node:path';
import type { FileChange } from '../diff/file-change.ts';
import { formatPatch } from '../diff/format-patch.ts';
import { blobId } from '../io/git/git.ts';
import type { DiskTree } from '../io/tree/disk-tree.ts';

/** The changes as one patch that applies from the repository's top level, or from the root where there is none. */
export function patchOf(tree: DiskTree, changes: readonly FileChange[]): string {
  const { repository, root } = tree;
  const below = repository ? relative(repository.topLevel, root).split(sep).join('/') : '';
  const format = repository?.objectFormat ?? 'sha1';
  return formatPatch(changes, {
    blobId: (content) => blobId(content, format),
    prefix: below === '' ? '' : `${below}/`,
  });
}
