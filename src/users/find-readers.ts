import { spellingsIn } from '../plan/includes/include-graph.ts';
import { baseName } from '../text/file-path.ts';
import { anyFile, type FilesNaming, type Tree } from '../text/tree.ts';
import { isCFile, isSourceFile } from './c-file.ts';
import type { Spelling } from './resolve-spelling.ts';

/**
 * The files of C that may read one of `headers`, directly or through others, themselves included; every branch of their
 * conditionals counts.
 */
export function mayRead(
  tree: Tree,
  headers: readonly string[],
  naming: FilesNaming,
  resolve: (from: string, spelling: Spelling) => readonly string[],
): readonly string[] {
  const speaking = new Map<string, string[]>();
  for (const [path, bases] of naming) {
    if (!isCFile(path)) continue;
    for (const base of bases) {
      const known = speaking.get(base);
      if (known) known.push(path);
      else speaking.set(base, [path]);
    }
  }
  const included = new Map<string, ReadonlySet<string>>();
  const includedBy = (path: string): ReadonlySet<string> => {
    const known =
      included.get(path) ?? new Set(spellingsIn(tree.read(path) ?? '').flatMap((spelling) => resolve(path, spelling)));
    included.set(path, known);
    return known;
  };
  const found = new Set(headers);
  for (const header of found) {
    for (const path of speaking.get(baseName(header)) ?? [])
      if (!found.has(path) && includedBy(path).has(header)) found.add(path);
  }
  return tree.files().filter((path) => found.has(path));
}

/** Which files name which files that can be included, by their base names. One search of the tree. */
export function filesSpeakingOfHeaders(tree: Tree, headers: readonly string[]): FilesNaming {
  return tree.filesNaming(namesOfHeaders(tree, headers), anyFile);
}

function namesOfHeaders(tree: Tree, headers: readonly string[]): readonly string[] {
  const names = new Set(headers.map(baseName));
  for (const path of tree.files()) if (isCFile(path) && !isSourceFile(path)) names.add(baseName(path));
  return [...names];
}
