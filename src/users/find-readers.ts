import { spellingsIn } from '../plan/includes/include-graph.ts';
import { baseName } from '../text/file-path.ts';
import { linesHolding, type Tree } from '../text/tree.ts';
import { isCFile } from './facts/c-file.ts';
import type { Spelling } from './resolve-spelling.ts';

/**
 * The files of C that may read one of `headers`, directly or through others, themselves included; every branch of their
 * conditionals counts. Looks through each file once.
 */
export function mayRead(
  tree: Tree,
  headers: readonly string[],
  resolve: (from: string, spelling: Spelling) => readonly string[],
): readonly string[] {
  const speaking = new Map<string, { path: string; spelling: Spelling }[]>();
  for (const [path, lines] of linesHolding(tree, 'include', isCFile)) {
    for (const spelling of spellingsIn(lines)) {
      const base = baseName(spelling.path);
      const known = speaking.get(base);
      if (known) known.push({ path, spelling });
      else speaking.set(base, [{ path, spelling }]);
    }
  }
  const found = new Set(headers);
  for (const header of found) {
    for (const { path, spelling } of speaking.get(baseName(header)) ?? [])
      if (!found.has(path) && resolve(path, spelling).includes(header)) found.add(path);
  }
  return tree.files().filter((path) => found.has(path));
}
