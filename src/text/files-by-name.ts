import { baseName } from './file-path.ts';
import type { Tree } from './tree.ts';

/** The last part of a path -> the tree's files that are called so, in the tree's order. */
export function filesByName(tree: Pick<Tree, 'files'>): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const file of tree.files()) {
    const name = baseName(file);
    const files = byName.get(name);
    if (files) files.push(file);
    else byName.set(name, [file]);
  }
  return byName;
}
