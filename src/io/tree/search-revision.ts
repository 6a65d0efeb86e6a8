import type { FilesNaming, WordQuery } from '../../text/tree.ts';
import { compileWords } from '../../text/word-search.ts';
import { LARGEST_FILE } from '../check-path.ts';
import { gitIn, type Repository } from '../git/git.ts';
import type { RevisionListing } from './list-revision.ts';
import type { BlobReader } from './revision-blobs.ts';
import { BINARY_WITHIN } from './scan-files.ts';
import { stemsOf } from './word-stems.ts';

/** Of more words than this git makes a search that takes long to prepare; their beginnings have to do. */
const MOST_WORDS = 1000;

/** So few strings git finds in four fifths of the time that one expression of all words takes. */
const FEW_STRINGS = 16;

/** Files read at a time; most of them name none of the words after all. */
const AT_ONCE = 256;

/**
 * Answers `queries` over a listed revision whose folder is `tree`, an id, as `scanFiles` does over a disk. `read` reads files of it, `keep` gets
 * the text of every file that an answer names, `lose` the files that git does not have.
 */
export function searchRevision(
  repository: Repository,
  tree: string,
  { files }: RevisionListing,
  queries: readonly WordQuery[],
  {
    read,
    keep,
    lose,
  }: {
    readonly read: BlobReader;
    readonly keep: (path: string, text: string) => void;
    readonly lose: (path: string) => void;
  },
): readonly FilesNaming[] {
  const answers = queries.map(() => new Map<string, readonly string[]>());
  const each = queries.map((query) => compileWords(query.words));
  const words = new Set(queries.flatMap((query) => query.words).filter((word) => word !== ''));
  if (words.size === 0) return answers;
  const holding = pathsHolding(repository, tree, [...words]);
  const candidates = [...files].filter(
    ([path]) => (holding === null || holding.has(path)) && queries.some(({ within }) => within(path)),
  );
  for (let at = 0; at < candidates.length; at += AT_ONCE) {
    const group = candidates.slice(at, at + AT_ONCE);
    const texts = read(group.map(([path, { id }]) => ({ path, id })));
    for (const [index, [path]] of group.entries()) {
      const text = texts[index] ?? null;
      if (text === null) lose(path);
      if (text === null || text.length > LARGEST_FILE || text.slice(0, BINARY_WITHIN).includes('\0')) continue;
      let isNaming = false;
      for (const [query, { within }] of queries.entries()) {
        const named = within(path) ? (each[query]?.allIn(text) ?? []) : [];
        if (named.length > 0) answers[query]?.set(path, named);
        isNaming ||= named.length > 0;
      }
      if (isNaming) keep(path, text);
    }
  }
  return answers;
}

/** The paths below `tree` whose files hold one of the words, or its beginning; null when git cannot tell. */
function pathsHolding(repository: Repository, tree: string, words: readonly string[]): ReadonlySet<string> | null {
  const stems = stemsOf(words, FEW_STRINGS);
  const areFew = stems.length <= FEW_STRINGS;
  const strings = areFew ? stems : words.length > MOST_WORDS ? stemsOf(words, MOST_WORDS) : words;
  if (strings.length > MOST_WORDS || strings.some((string) => /[\0\n]/.test(string))) return null;
  // One expression: git tries several one after another on every line. The rest guards against a user's configuration.
  const patterns = areFew
    ? strings.join('\n')
    : strings.map((string) => string.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const kind = areFew ? '-F' : '-E';
  const asked = ['--threads=1', '-l', '-z', kind, '--no-color', '--no-recurse-submodules', '-f', '-', tree];
  const result = gitIn(repository, ['grep', ...asked, '--'], { input: `${patterns}\n` });
  // Of a file that it does not have git complains, and goes on.
  if ((result.kind === 'done' || result.kind === 'failed') && result.errors !== '') return null;
  if (result.kind === 'failed' && result.status === NOTHING_FOUND) return new Set();
  if (result.kind !== 'done') return null;
  const paths = result.output.toString('utf8').split('\0');
  return new Set(paths.map((path) => path.slice(tree.length + 1)));
}

/** git grep's exit status, as grep's. */
const NOTHING_FOUND = 1;
