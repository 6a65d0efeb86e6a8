import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import { LARGEST_FILE } from '../check-path.ts';
import { gitIn, type Repository } from '../git/git.ts';
import { belowTopLevel, resolveFolder } from '../git/revision.ts';
import { expectReads } from './expected-reads.ts';
import { linesInFiles } from './lines-in-files.ts';
import { listRevision, type RevisionListing } from './list-revision.ts';
import { blobReader, standingReader } from './revision-blobs.ts';
import { revisionObstacles } from './revision-obstacle.ts';
import { BINARY_WITHIN } from './scan-files.ts';
import { searchRevision } from './search-revision.ts';
import type { WorkTree } from './standing-files.ts';

/** A tree as git has it at a commit, whatever the work tree holds. */
export interface RevisionTree extends Tree {
  /** As the user spelt it. */
  readonly revision: string;
  /** The commit's id, in full. */
  readonly commit: string;
  /** Why no file can be made at a path, in words that follow it; null when one can, or is there. */
  readonly obstacleAt: (path: string) => string | null;
  /** Has files read along with the next one, as each reading asks git. */
  readonly expect: (paths: readonly string[]) => void;
  /** Gives `visit` the bytes of files in turn, without keeping them. */
  readonly readEach: (paths: readonly string[], visit: (path: string, bytes: Buffer) => void) => void;
  /** Files that were asked for and of which git does not have the content, as in a partial clone. */
  readonly missing: () => readonly string[];
  /** Names that were left out. */
  readonly notes: readonly Diagnostic[];
}

export type RevisionLookup =
  | { readonly kind: 'tree'; readonly tree: RevisionTree }
  | { readonly kind: 'unknown'; readonly finding: Diagnostic };

/**
 * The tree below `root`, a real folder in the work tree of `repository` (null: there is none), at a revision as a user
 * spelt it. Its files are the regular files of that commit with the bytes that git stores, no filter applied; symbolic
 * links and submodules lead nowhere. Files that stand in a work tree as the revision has them are searched and read there,
 * which is sooner done than git answers.
 */
export function openRevisionTree(
  repository: Repository | null,
  root: string,
  revision: string,
  work: WorkTree | null = repository === null ? null : { repository, folder: root },
): RevisionLookup {
  if (repository === null) {
    return unknown('repository-missing', `${revision} is a git revision, but ${root} is not in a repository`, root);
  }
  const below = belowTopLevel(repository, root);
  const { commit, folder } = resolveFolder(repository, revision, below);
  if (commit === null) return unknown('revision-unknown', `git knows no commit '${revision}'`, root);
  if (folder === null) return unknown('revision-unknown', `'${revision}' has no directory ${below}`, root);
  return { kind: 'tree', tree: treeOf(repository, work, { revision, commit, folder }) };
}

/** The tree at a commit that is known by its id, from the top level of its repository. */
export function openKnownCommit(repository: Repository, commit: string, work: WorkTree | null): RevisionLookup {
  // To git a commit is as good as its folder here.
  return { kind: 'tree', tree: treeOf(repository, work, { revision: commit, commit, folder: commit }) };
}

/** Files that one process reads for `readEach`. */
const TOGETHER = 256;

/** Files that only git has are read in company: with those that a search found, and those that the texts read before include. */
function treeOf(
  repository: Repository,
  work: WorkTree | null,
  { revision, commit, folder }: { readonly revision: string; readonly commit: string; readonly folder: string },
): RevisionTree {
  const listing = listRevision(repository, folder);
  const readStanding = work === null ? () => null : standingReader(repository, work.folder);
  const readFiles = blobReader(repository, readStanding);
  const named = (path: string) => ({ path, id: listing.files.get(path)?.id ?? '' });
  const paths = [...listing.files.keys()];
  const expected = expectReads(paths);
  const texts = new Map<string, string | null>();
  const missing = new Set<string>();
  const keep = (path: string, text: string): void => {
    if (texts.has(path)) return;
    texts.set(path, text);
    expected.note(path, text);
  };
  const load = (path: string): string | null => {
    const standing = readStanding(named(path));
    if (standing !== null && standing.length <= LARGEST_FILE) {
      keep(path, standing);
      return standing;
    }
    const company = expected.take().filter((one) => one !== path && !texts.has(one));
    const asked = [path, ...company];
    const read = readFiles(asked.map(named));
    for (const [index, one] of asked.entries()) {
      const text = read[index] ?? null;
      if (text === null && listing.files.has(one)) missing.add(one);
      if (text === null || text.length > LARGEST_FILE) texts.set(one, null);
      else keep(one, text);
    }
    return texts.get(path) ?? null;
  };
  const lose = (path: string): void => {
    missing.add(path);
  };
  const search: Tree['search'] = (queries) =>
    searchRevision(repository, folder, listing, queries, { work, read: readFiles, keep, lose });
  const readEach: RevisionTree['readEach'] = (wanted, visit) => {
    for (let from = 0; from < wanted.length; from += TOGETHER) {
      const some = wanted.slice(from, from + TOGETHER);
      const read = readFiles(some.map(named));
      for (const [index, path] of some.entries()) {
        const text = read[index] ?? null;
        if (text === null) {
          if (listing.files.has(path)) missing.add(path);
        } else if (text.length <= LARGEST_FILE && !text.slice(0, BINARY_WITHIN).includes('\0')) {
          visit(path, Buffer.from(text, 'latin1'));
        }
      }
    }
  };
  return {
    revision,
    commit,
    notes: notesOf(listing.unusableNames, revision),
    obstacleAt: revisionObstacles(listing),
    missing: () => missingOf(repository, listing, [...missing].sort()),
    expect: (wanted) => {
      for (const path of wanted) if (listing.files.has(path)) expected.add(path);
    },
    files: () => paths,
    readEach,
    linesWith: (parts, within) => linesInFiles(parts, (visit) => readEach(paths.filter(within), visit)),
    read: (path) => {
      if (!listing.files.has(path)) return null;
      return texts.get(path) ?? (texts.has(path) ? null : load(path));
    },
    mode: (path) => listing.files.get(path)?.mode ?? '100644',
    filesNaming: (words, within) => search([{ words, within }])[0] ?? new Map(),
    search,
  };
}

/** Of files that could not be read, those that git does not have: others are too large. */
function missingOf(repository: Repository, { files }: RevisionListing, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const asked = paths.map((path) => `${files.get(path)?.id ?? ''}\n`).join('');
  const result = gitIn(repository, ['cat-file', '--batch-check'], { input: asked });
  const lines = result.kind === 'done' ? result.output.toString('latin1').split('\n') : [];
  return paths.filter((_, at) => !/ blob \d+$/.test(lines[at] ?? ''));
}

function notesOf(unusableNames: number, revision: string): readonly Diagnostic[] {
  if (unusableNames === 0) return [];
  const what = unusableNames === 1 ? '1 name' : `${unusableNames} names`;
  return [diagnostic('names-left-out', `${what} of files left out of ${revision}: not UTF-8`, placeOfFile('.'))];
}

function unknown(code: 'repository-missing' | 'revision-unknown', message: string, root: string): RevisionLookup {
  return { kind: 'unknown', finding: diagnostic(code, message, placeOfFile(root)) };
}
