// cspell:ignore clude incl lude nclude
import { spellingsIn } from '../plan/includes/include-graph.ts';
import { baseName } from '../text/file-path.ts';
import { linesHolding, type Tree } from '../text/tree.ts';
import { compileWords } from '../text/word-search.ts';
import { isCFile } from './facts/c-file.ts';
import type { FileFacts } from './facts/file-facts.ts';
import { mayHaveOddInclude } from './facts/odd-includes.ts';
import type { Meaning, Spelling } from './resolve-spelling.ts';

/** What the files of C of a tree include, as they spell it. */
export type SpeltIncludes = {
  /** By the base name of what is included. */
  readonly byBase: ReadonlyMap<string, readonly { readonly path: string; readonly spelling: Spelling }[]>;
  /** Files that include another by a macro. */
  readonly byMacro: readonly string[];
  /** Files that hold one of the words that were looked for. */
  readonly naming: readonly string[];
};

/**
 * Looks through each file once; those with an include that its line alone does not tell are read as a whole.
 *
 * @param words What is looked for on the way.
 */
export function speltIncludes(
  tree: Tree,
  factsOf: (path: string) => FileFacts,
  words: readonly string[],
): SpeltIncludes {
  const byBase = new Map<string, { path: string; spelling: Spelling }[]>();
  const add = (path: string, spelling: Spelling): void => {
    const base = baseName(spelling.path);
    const known = byBase.get(base);
    if (known) known.push({ path, spelling });
    else byBase.set(base, [{ path, spelling }]);
  };
  const odd: string[] = [];
  const naming: string[] = [];
  const search = compileWords(words);
  for (const [path, lines] of linesHolding(tree, [...SPELT, ...words], isCFile)) {
    const plain = plainIncludes(lines);
    if (plain === null && mayHaveOddInclude(lines)) odd.push(path);
    for (const spelling of plain ?? spellingsIn(lines)) add(path, spelling);
    if (words.some((word) => lines.includes(word)) && search.anyIn(lines)) naming.push(path);
  }
  const byMacro: string[] = [];
  for (const path of odd) {
    const facts = factsOf(path);
    for (const spelling of facts.includes) add(path, spelling);
    if (facts.byMacro.length > 0) byMacro.push(path);
  }
  return { byBase, byMacro, naming };
}

/** What stands in lines that include, or go on with the word of the line before. */
const SPELT = ['incl', 'lude', 'import'];

/** The includes of lines that all hold a plain one and nothing else; null: there are others. */
function plainIncludes(lines: string): readonly Spelling[] | null {
  const found: Spelling[] = [];
  PLAIN.lastIndex = 0;
  for (let at = 0; at < lines.length; at = PLAIN.lastIndex) {
    const match = PLAIN.exec(lines);
    if (match === null) return null;
    found.push(match[1] === undefined ? { form: 'angle', path: match[2] ?? '' } : { form: 'quote', path: match[1] });
  }
  return found;
}

const PLAIN = /[ \t]*#[ \t]*include[ \t]*(?:"([^"\n\\]+)"|<([^>\n\\]+)>)[ \t\r]*(?:\n|$)/y;

/** The files of C that may read one of `headers`, directly or through others, themselves included; every branch counts. */
export function mayRead(
  tree: Pick<Tree, 'files' | 'links'>,
  { byBase }: SpeltIncludes,
  headers: readonly string[],
  meaningOf: (from: string, spelling: Spelling) => Meaning,
): readonly string[] {
  const found = new Set(headers);
  const links = [...(tree.links?.() ?? [])];
  for (const header of found) {
    const bases = new Set(
      [header, ...links.flatMap(([link, target]) => (target === header ? [link] : []))].map(baseName),
    );
    for (const { path, spelling } of [...bases].flatMap((base) => byBase.get(base) ?? []))
      if (!found.has(path) && meaningOf(path, spelling).files.includes(header)) found.add(path);
  }
  return tree.files().filter((path) => found.has(path));
}
