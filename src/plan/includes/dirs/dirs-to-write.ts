import { baseName } from '../../../text/file-path.ts';
import type { Tree } from '../../../text/tree.ts';
import { evidentDirs, knownDirs, mentionsOf } from '../header-mentions.ts';
import { includeGraph } from '../include-graph.ts';
import { dirsFoundOnly } from './dirs-found-only.ts';
import { findIncludeDirs } from './find-include-dirs.ts';

/**
 * What `init` writes under `include_dirs`: the include directories that the tree's own includes show, as the manifest
 * spells them (`.` is the root). Of folders that are alike (`arch/arm/include`, `arch/x86/include`) the one that the
 * includes lead to most comes first, and then all of them by a star: no compiler reads two, but each is read by some. Last
 * come those that alone have what the header, or a file that includes it, includes. None: the root is all there is, which
 * needs no saying.
 */
export function includeDirsToWrite(tree: Tree, header: string): readonly string[] {
  const base = baseName(header);
  const mentions = mentionsOf(tree, header, tree.filesNaming([base], (file) => /\.[ch]$/.test(file)).keys());
  const known = knownDirs(header, mentions);
  const found = findIncludeDirs(tree, header, known);
  const dirs = [...known, ...found.map(({ dir }) => dir)];
  const patterns = new Set(found.flatMap(({ pattern }) => pattern ?? []));
  const needsRoot = evidentDirs(header, mentions).includes('') || rootLeadsAnywhere(tree, header, dirs);
  const shown = [...dirs.filter((dir) => dir !== '' || needsRoot), ...patterns];
  const written = [...shown, ...dirsFoundOnly(tree, header, mentions.includers, [...shown, ''])];
  return written.every((dir) => dir === '') ? [] : written.map((dir) => (dir === '' ? '.' : dir));
}

/** Whether an include that the header leads to is found by the root and by no directory before it. */
function rootLeadsAnywhere(tree: Tree, header: string, dirs: readonly string[]): boolean {
  const graph = includeGraph(tree, dirs);
  const without = includeGraph(
    tree,
    dirs.filter((dir) => dir !== ''),
  );
  const files = new Set([header]);
  for (const file of files) {
    const found = graph.includesOf(file);
    const others = new Set(without.includesOf(file));
    if (found.some((one) => !others.has(one))) return true;
    for (const next of found) files.add(next);
  }
  return false;
}
