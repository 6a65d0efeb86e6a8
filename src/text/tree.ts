import { compileWords } from './word-search.ts';

export { isIdentifier } from './word-search.ts';

/**
 * The C project being changed, as the pure layers see it: a set of texts. `io` makes one from a folder or a git
 * revision; tests and library users make one from strings with `memoryTree`.
 */
export interface Tree {
  /** Every file, relative to the root with `/`, sorted by bytes. */
  files(): readonly string[];
  /** The same to be asked for one at a time, where the tree knows better than to go through all; ask `listingOf`. */
  listing?(): FileListing;
  /** A file's bytes as latin1, or null when the tree has no such regular file. */
  read(path: string): string | null;
  /** git's file mode, `100644` or `100755`. */
  mode(path: string): string;
  /** Whether the project keeps the file, or it only lies there; default: it keeps all. */
  isTracked?(path: string): boolean;
  /**
   * Symbolic links that the project keeps: path -> the file or folder of the tree that it leads to, links on the way
   * followed. Default: there is none.
   */
  links?(): ReadonlyMap<string, string>;
  /**
   * For each file that `within` accepts and in which at least one of `words` stands as a whole C identifier (or, for a
   * word that is no identifier, as a plain string): the words found. In the order of `files()`.
   */
  filesNaming(words: readonly string[], within: (path: string) => boolean): FilesNaming;
  /**
   * For each file that `within` accepts and in which one of the strings `parts` (ASCII, without a line end) stands: the
   * lines with one, as one text. Where it is missing, `linesHolding` reads the files.
   */
  linesWith?(parts: readonly string[], within: (path: string) => boolean): ReadonlyMap<string, string>;
  /** Several `filesNaming` at once, each file read at most once; the answers in the order of the queries. */
  search(queries: readonly WordQuery[]): readonly FilesNaming[];
}

/** The files of a tree, to be asked for one at a time. */
export type FileListing = {
  has(path: string): boolean;
  /** The files that are called so, in the tree's order. */
  named(name: string): readonly string[];
};

/** The lines of a tree's files in which one of some strings stands, as `linesWith` gives them. */
export function linesHolding(
  tree: Tree,
  parts: readonly string[],
  within: (path: string) => boolean,
): ReadonlyMap<string, string> {
  if (tree.linesWith) return tree.linesWith(parts, within);
  return new Map(
    tree.files().flatMap((path) => {
      const lines = within(path) ? linesOf(tree.read(path) ?? '', parts) : '';
      return lines === '' ? [] : [[path, lines] as const];
    }),
  );
}

/** The lines of a text with one of some strings in them. */
export function linesOf(text: string, parts: readonly string[]): string {
  const lines: string[] = [];
  const next = nextOfAny(parts.length, (part, from) => text.indexOf(parts[part] ?? '', from));
  for (let at = next(0); at >= 0; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    lines.push(text.slice(text.lastIndexOf('\n', at) + 1, end));
    at = next(end);
  }
  return lines.join('\n');
}

/**
 * Where the first of `count` strings stands from a place on, which may only grow; -1: none does. Each is looked for once.
 *
 * @param find Where a string stands from a place on, or -1.
 */
export function nextOfAny(count: number, find: (index: number, from: number) => number): (from: number) => number {
  const places = new Array<number>(count).fill(-2);
  return (from) => {
    let first = -1;
    for (let index = 0; index < count; index++) {
      let place = places[index] ?? -1;
      if (place !== -1 && place < from) {
        place = find(index, from);
        places[index] = place;
      }
      if (place >= 0 && (first < 0 || place < first)) first = place;
    }
    return first;
  };
}

export type WordQuery = {
  readonly words: readonly string[];
  readonly within: (path: string) => boolean;
  /** Whether who asks reads all files that are found: the tree may keep their texts. */
  readonly readsFound?: boolean;
};

/** For a query that means every file: a search that is remembered knows it for the widest there is. */
export function anyFile(): boolean {
  return true;
}

/** File -> those of the asked words that it names; files that name none are absent. */
export type FilesNaming = ReadonlyMap<string, readonly string[]>;

export function memoryTree(contents: Readonly<Record<string, string>>): Tree {
  const paths = Object.keys(contents).sort();
  const read = (path: string): string | null => (Object.hasOwn(contents, path) ? (contents[path] ?? null) : null);
  const filesNaming: Tree['filesNaming'] = (words, within) => {
    const search = compileWords(words);
    const found = new Map<string, readonly string[]>();
    for (const path of paths) {
      if (!within(path)) continue;
      const named = search.allIn(read(path) ?? '');
      if (named.length > 0) found.set(path, named);
    }
    return found;
  };
  return {
    files: () => paths,
    read,
    mode: () => '100644',
    filesNaming,
    search: (queries) => queries.map((query) => filesNaming(query.words, query.within)),
  };
}

/** Those of `words` that stand in `text`: identifiers as whole words, anything else as a plain string. */
export function wordsIn(text: string, words: readonly string[]): readonly string[] {
  return compileWords(words).allIn(text);
}
