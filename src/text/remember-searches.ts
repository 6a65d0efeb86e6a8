import { anyFile, type FilesNaming, linesHolding, type Tree, type WordQuery } from './tree.ts';

/**
 * A tree that answers a search from those before it, where these looked for at least its words in at least its files.
 * The tree behind it must not change meanwhile.
 */
export function rememberSearches(base: Tree): Tree {
  const known: Answered[] = [];
  const recall = (query: WordQuery): FilesNaming | null => {
    const wider = known.find(
      ({ words, within }) =>
        query.words.every((word) => words.has(word)) &&
        (within === anyFile || base.files().every((path) => !query.within(path) || within(path))),
    );
    return wider ? narrow(wider.answer, query) : null;
  };
  const search: Tree['search'] = (queries) => {
    const recalled = queries.map(recall);
    const missing = queries.filter((_, at) => recalled[at] === null);
    const found = missing.length === 0 ? [] : base.search(missing);
    for (const [at, { words, within }] of missing.entries())
      known.push({ words: new Set(words), within, answer: found[at] ?? new Map() });
    let next = 0;
    return recalled.map((answer) => answer ?? found[next++] ?? new Map());
  };
  return {
    files: () => base.files(),
    read: (path) => base.read(path),
    mode: (path) => base.mode(path),
    isTracked: (path) => base.isTracked?.(path) !== false,
    links: () => base.links?.() ?? new Map(),
    linesWith: (part, within) => linesHolding(base, part, within),
    filesNaming: (words, within) => search([{ words, within }])[0] ?? new Map(),
    search,
  };
}

type Answered = {
  readonly words: ReadonlySet<string>;
  readonly within: (path: string) => boolean;
  readonly answer: FilesNaming;
};

function narrow(answer: FilesNaming, { words, within }: WordQuery): FilesNaming {
  const order = new Map(words.map((word, index) => [word, index]));
  return new Map(
    [...answer].flatMap(([path, named]) => {
      const left = named.filter((word) => order.has(word));
      if (left.length === 0 || !within(path)) return [];
      return [[path, left.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))] as const];
    }),
  );
}
