import { anyFile, type FilesNaming, type Tree, type WordQuery } from './tree.ts';
import { isPartOf } from './united-files.ts';
import { compileWordScan } from './word-scan.ts';
import { compileWords } from './word-search.ts';

/** Searches of a tree that are answered from those before them, also when files have changed since. */
export type SearchMemory = {
  search(queries: readonly WordQuery[]): readonly FilesNaming[];
  /** A file has new content (latin1), null: it is gone. */
  change(path: string, content: string | null): void;
};

/** What a search found, for searches of fewer words in fewer files. */
type Answered = {
  readonly query: WordQuery;
  readonly words: ReadonlySet<string>;
  readonly found: Map<string, readonly string[]>;
  /** Word -> the files in which it stands; made when it is asked for. */
  files: Map<string, Set<string>> | null;
  /** How many changes it has taken in. */
  changes: number;
  /** The query's words in a text; made when it is asked for. */
  wordsIn: ((text: string) => readonly string[]) | null;
};

type Change = { readonly path: string; readonly content: string | null };

/**
 * @param base Never changes: what does is told.
 * @param forgets Every search is made anew: the answers of one manifest's are of use to no other.
 */
export function searchMemory(base: Tree, forgets: boolean): SearchMemory {
  const answered: Answered[] = [];
  const changes: Change[] = [];
  const latest = new Map<string, string | null>();
  const covers = (within: WordQuery['within'], wanted: WordQuery['within']): boolean => {
    if (within === anyFile || isPartOf(wanted, within)) return true;
    const fits = (path: string): boolean => !wanted(path) || within(path);
    return base.files().every(fits) && [...latest.keys()].every(fits);
  };
  const widerThan = ({ words, within }: WordQuery): Answered | undefined =>
    answered.find((one) => words.every((word) => one.words.has(word)) && covers(one.query.within, within));
  const lookFor = (queries: readonly WordQuery[]): readonly FilesNaming[] => {
    const below = queries.length === 0 ? [] : base.search(queries);
    return queries.map((query, at) => {
      const found = new Map(below[at] ?? []);
      if (latest.size > 0) {
        const { allIn } = compileWords(query.words);
        for (const [path, content] of latest) put(found, path, isAsked(query, path, content) ? allIn(content) : []);
      }
      const sorted = latest.size === 0 ? found : new Map([...found].sort(byPath));
      if (forgets) return sorted;
      const words = new Set(query.words);
      answered.push({ query, words, found: sorted, files: null, changes: changes.length, wordsIn: null });
      return new Map(sorted);
    });
  };
  return {
    search: (queries) => {
      const wider = queries.map(widerThan);
      const missing = lookFor(queries.filter((_, at) => wider[at] === undefined)).values();
      return queries.map((query, at) => {
        const known = wider[at];
        if (known === undefined) return missing.next().value ?? new Map();
        for (; known.changes < changes.length; known.changes++) takeIn(known, changes[known.changes]);
        return narrow(known, query);
      });
    },
    change: (path, content) => {
      changes.push({ path, content });
      latest.set(path, content);
    },
  };
}

function isAsked({ within }: WordQuery, path: string, content: string | null): content is string {
  return content !== null && within(path);
}

function put(found: Map<string, readonly string[]>, path: string, words: readonly string[]): void {
  if (words.length > 0) found.set(path, words);
  else found.delete(path);
}

function takeIn(one: Answered, change: Change | undefined): void {
  if (!change) return;
  const { path, content } = change;
  one.wordsIn ??= scanFor(one.query.words);
  const words = isAsked(one.query, path, content) ? one.wordsIn(content) : [];
  const files = filesOf(one);
  for (const word of one.found.get(path) ?? []) files.get(word)?.delete(path);
  for (const word of words) addTo(files, word, path);
  put(one.found, path, words);
}

/** One pass over a text, however many words there are. */
function scanFor(words: readonly string[]): (text: string) => readonly string[] {
  const scan = compileWordScan(words);
  return (text) => scan.in(Buffer.from(`${text}\0`, 'latin1'), text.length).map((at) => words[at] ?? '');
}

/** What the narrower query would find: as fast as its answer is short. */
function narrow(one: Answered, { words, within }: WordQuery): FilesNaming {
  const files = filesOf(one);
  const found = new Map<string, string[]>();
  for (const word of new Set(words)) {
    for (const path of files.get(word) ?? []) {
      const known = found.get(path);
      if (known) known.push(word);
      else if (within(path)) found.set(path, [word]);
    }
  }
  return new Map([...found].sort(byPath));
}

function filesOf(one: Answered): Map<string, Set<string>> {
  if (one.files) return one.files;
  const files = new Map<string, Set<string>>();
  for (const [path, words] of one.found) for (const word of words) addTo(files, word, path);
  one.files = files;
  return files;
}

function addTo(files: Map<string, Set<string>>, word: string, path: string): void {
  const known = files.get(word);
  if (known) known.add(path);
  else files.set(word, new Set([path]));
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
