import type { FilesNaming, WordQuery } from '../../text/tree.ts';
import { compileWords } from '../../text/word-search.ts';
import { LARGEST_FILE } from '../check-path.ts';
import { gitIn, type Repository } from '../git/git.ts';
import type { RevisionListing } from './list-revision.ts';
import type { BlobReader } from './revision-blobs.ts';
import { BINARY_WITHIN } from './scan-files.ts';
import { filesNotStanding, type WorkTree } from './standing-files.ts';
import { stemsOf } from './word-stems.ts';

/** Of more words than this git makes a search that takes long to prepare; their beginnings have to do. */
const MOST_WORDS = 1000;

/** So few strings git finds in four fifths of the time that one expression of all words takes. */
const FEW_STRINGS = 16;

/** Fewer files git finds in its own sooner than it tells which of them stand in the work tree. */
const MANY_FILES = 1000;

/** Files read at a time; most of them name none of the words after all. */
const AT_ONCE = 256;

/**
 * Answers `queries` over a listed revision whose folder is `tree`, an id, as `scanFiles` does over a disk. `work` is where
 * most of its files may stand, `read` reads files of it, `keep` gets the text of every file that an answer names, `lose` the
 * files that git does not have.
 */
export function searchRevision(
  repository: Repository,
  tree: string,
  listing: RevisionListing,
  queries: readonly WordQuery[],
  {
    work,
    read,
    keep,
    lose,
  }: {
    readonly work: WorkTree | null;
    readonly read: BlobReader;
    readonly keep: (path: string, text: string) => void;
    readonly lose: (path: string) => void;
  },
): readonly FilesNaming[] {
  const answers = queries.map(() => new Map<string, readonly string[]>());
  const each = queries.map((query) => compileWords(query.words));
  const words = new Set(queries.flatMap((query) => query.words).filter((word) => word !== ''));
  if (words.size === 0) return answers;
  const patterns = patternsFor([...words]);
  const holding =
    patterns === null
      ? null
      : ((work === null || listing.files.size < MANY_FILES ? null : holdingInWorkTree(work, listing, patterns)) ??
        pathsHolding(repository, tree, patterns));
  const candidates = [...listing.files].filter(
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

/**
 * The files of a revision that may hold the patterns, by a search in the work tree where most of them stand: those that hold
 * them there, and those of which it is not sure that they are the same there. null where the work tree does not tell.
 */
export function holdingInWorkTree(
  { repository, folder }: WorkTree,
  listing: RevisionListing,
  patterns: Patterns,
): ReadonlySet<string> | null {
  // Line ends may be others there.
  if (patterns.lines.includes('\r')) return null;
  const found = grep(repository, patterns, [], folder);
  if (found === null) return null;
  const others = filesNotStanding({ repository, folder }, listing, found);
  return others === null ? null : new Set([...found, ...others]);
}

/** The paths below `tree` whose files hold one of the patterns; null when git cannot tell. */
function pathsHolding(repository: Repository, tree: string, patterns: Patterns): ReadonlySet<string> | null {
  const found = grep(repository, patterns, [tree]);
  return found === null ? null : new Set([...found].map((path) => path.slice(tree.length + 1)));
}

/** What git is given to find: fixed strings, or extended regular expressions, a line each. */
export type Patterns = { readonly kind: '-F' | '-E'; readonly lines: string };

/** Patterns for some words or their beginnings; null where they would take git too long, or none say them. */
export function patternsFor(words: readonly string[]): Patterns | null {
  const stems = stemsOf(words, FEW_STRINGS);
  const areFew = stems.length <= FEW_STRINGS;
  const strings = areFew ? stems : words.length > MOST_WORDS ? stemsOf(words, MOST_WORDS) : words;
  if (strings.length > MOST_WORDS || strings.some((string) => /[\0\n]/.test(string))) return null;
  if (areFew) return { kind: '-F', lines: `${strings.join('\n')}\n` };
  // One expression: git tries several one after another on every line.
  return { kind: '-E', lines: `${strings.map((string) => string.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')}\n` };
}

/** What git names of the files of `trees`, ids, or of the work tree; null when it cannot tell. */
function grep(
  repository: Repository,
  { kind, lines }: Patterns,
  trees: readonly string[],
  folder = repository.topLevel,
): ReadonlySet<string> | null {
  // Most of this guards against a user's configuration.
  const asked = ['--threads=1', '-l', '-z', kind, '--no-color', '--no-recurse-submodules', '-f', '-', ...trees, '--'];
  const result = gitIn(repository, ['-c', 'grep.fullName=false', 'grep', ...asked], { input: lines, folder });
  // Of a file that it does not have git complains, and goes on.
  if ((result.kind === 'done' || result.kind === 'failed') && result.errors !== '') return null;
  if (result.kind === 'failed' && result.status === NOTHING_FOUND) return new Set();
  return result.kind === 'done' ? new Set(result.output.toString('utf8').split('\0')) : null;
}

/** git grep's exit status, as grep's. */
const NOTHING_FOUND = 1;
