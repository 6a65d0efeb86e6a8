import { join } from 'node:path';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import { openRevisionTree } from '../../io/tree/revision-tree.ts';
import { readScratch } from '../../io/verify/scratch-trees.ts';
import { baseName } from '../../text/file-path.ts';

/**
 * The commit of HEAD, full, if what units read (absolute paths) is on disk as that commit has it, and so is every file of the
 * same name, which could be read in its place; else null. A proof on the work tree is then one on the commit.
 */
export function standingCommit(tree: DiskTree, read: ReadonlySet<string>): string | null {
  if (tree.repository === null) return null;
  const head = openRevisionTree(tree.repository, tree.root, 'HEAD');
  if (head.kind === 'unknown') return null;
  const names = new Set([...read].map(baseName));
  const paths = head.tree.files().filter((path) => names.has(baseName(path)));
  let isSame = true;
  head.tree.readEach(paths, (path, bytes) => {
    isSame &&= readScratch(join(tree.root, path)) === bytes.toString('latin1');
  });
  return isSame && head.tree.missing().length === 0 ? head.tree.commit : null;
}
