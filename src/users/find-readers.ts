// cspell:ignore clude incl lude nclude
import { spellingsIn } from '../plan/includes/include-graph.ts';
import { baseName } from '../text/file-path.ts';
import { type FilesNaming, linesHolding, type Tree } from '../text/tree.ts';
import { isCFile } from './facts/c-file.ts';
import type { FileFacts } from './facts/file-facts.ts';
import { mayHaveOddInclude } from './facts/odd-includes.ts';
import type { Spelling } from './resolve-spelling.ts';

/** What the files of C of a tree include, as they spell it. */
export type SpeltIncludes = {
  /** By the base name of what is included. */
  readonly byBase: ReadonlyMap<string, readonly { readonly path: string; readonly spelling: Spelling }[]>;
  /** Files that include another by a macro. */
  readonly byMacro: readonly string[];
};

/**
 * Looks through each file once; those with an include that its line alone does not tell are read as a whole.
 *
 * @param naming Which files of C name the `ODD_WORDS`.
 */
export function speltIncludes(
  tree: Tree,
  factsOf: (path: string) => FileFacts,
  naming: FilesNaming = tree.filesNaming(ODD_WORDS, isCFile),
): SpeltIncludes {
  const byBase = new Map<string, { path: string; spelling: Spelling }[]>();
  const add = (path: string, spelling: Spelling): void => {
    const base = baseName(spelling.path);
    const known = byBase.get(base);
    if (known) known.push({ path, spelling });
    else byBase.set(base, [{ path, spelling }]);
  };
  const odd = new Set<string>();
  for (const path of naming.keys()) if (mayHaveOddInclude(tree.read(path) ?? '')) odd.add(path);
  for (const [path, lines] of linesHolding(tree, 'incl', isCFile)) {
    if (mayHaveOddInclude(lines)) odd.add(path);
    for (const spelling of spellingsIn(lines)) add(path, spelling);
  }
  const byMacro: string[] = [];
  for (const path of odd) {
    const facts = factsOf(path);
    for (const spelling of facts.includes) add(path, spelling);
    if (facts.byMacro.length > 0) byMacro.push(path);
  }
  return { byBase, byMacro };
}

/** Words of directives that include, where the word is not `include`. */
export const ODD_WORDS = ['import', 'lude', 'clude', 'nclude'];

/** The files of C that may read one of `headers`, directly or through others, themselves included; every branch counts. */
export function mayRead(
  tree: Pick<Tree, 'files' | 'links'>,
  { byBase }: SpeltIncludes,
  headers: readonly string[],
  resolve: (from: string, spelling: Spelling) => readonly string[],
): readonly string[] {
  const found = new Set(headers);
  const links = [...(tree.links?.() ?? [])];
  for (const header of found) {
    const bases = new Set(
      [header, ...links.flatMap(([link, target]) => (target === header ? [link] : []))].map(baseName),
    );
    for (const { path, spelling } of [...bases].flatMap((base) => byBase.get(base) ?? []))
      if (!found.has(path) && resolve(path, spelling).includes(header)) found.add(path);
  }
  return tree.files().filter((path) => found.has(path));
}
