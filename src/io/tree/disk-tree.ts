import { realpathSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import { checkPath, locateInside, type PathProblem, readInside } from '../check-path.ts';
import { findRepository, type ListedFiles, listFiles, type Repository, type RepositoryLookup } from '../git/git.ts';
import { systemMessage } from '../system-error.ts';
import { linesInFiles } from './lines-in-files.ts';
import { readEach, scanFiles } from './scan-files.ts';
import { candidates } from './search-candidates.ts';
import { spareMemory } from './spare-memory.ts';
import { walkFolder } from './walk-folder.ts';

/** A tree on a folder. What `read` gave once it gives again, whatever happens on disk meanwhile. */
export interface DiskTree extends Tree {
  /** Real and absolute. */
  readonly root: string;
  /** The repository whose work tree holds the root; null without git. */
  readonly repository: Repository | null;
  /**
   * What the user should know: a repository that git refuses to work in and, once the files have been listed, names and
   * folders that were left out.
   */
  readonly notes: readonly Diagnostic[];
  /** Without git, whether it is one of `files()`. */
  isTracked(path: string): boolean;
  /** Why `path` is not a text of the tree, or null. */
  problemOf(path: string): PathProblem | null;
}

/**
 * The tree below `root`, which must be an existing folder (anything else throws: ask `rootProblem` first). Its files
 * are those that git tracks or would track; without git, or where git ignores the folder as a whole, every regular
 * file outside dot folders. Listed when first asked for. Links that leave the root lead nowhere.
 *
 * The root may lie below the top level of its repository. Every path is relative to the root all the same, also in a
 * patch unless it is formatted with the root's path from the top level as `prefix`.
 *
 * @param known What `findRepository` says of the root, where the caller has asked already.
 */
export function openDiskTree(root: string, known?: RepositoryLookup): DiskTree {
  const real = realpathSync.native(root);
  const lookup = known ?? findRepository(real);
  const refusal = 'reason' in lookup ? [gitRefused(root, lookup.reason)] : [];
  const repository = lookup.kind === 'found' ? lookup.repository : null;
  const cache = new Map<string, string | null>();
  let listing: Listing | null = null;
  let tracked: ReadonlySet<string> | null = null;
  let links: ReadonlyMap<string, string> | null = null;
  const listed = (): Listing => {
    listing ??= list(real, repository);
    return listing;
  };
  const keep = (path: string, text: string): void => {
    if (!cache.has(path)) cache.set(path, text);
  };
  const search: Tree['search'] = (queries) =>
    scanFiles(real, candidates(repository, real, listed(), queries), queries, keep);
  return {
    root: real,
    repository,
    get notes() {
      return [...refusal, ...(listing?.notes ?? [])];
    },
    files: () => listed().files,
    read: (path) => {
      const known = cache.get(path);
      if (known !== undefined) return known;
      const read = readInside(real, path);
      const text = read.kind === 'text' ? read.text : null;
      cache.set(path, text);
      spareMemory(text?.length ?? 0);
      return text;
    },
    mode: (path) => modeOf(real, path),
    filesNaming: (words, within) => search([{ words, within }])[0] ?? new Map(),
    search,
    linesWith: (parts, within) => linesInFiles(parts, (visit) => readEach(real, listed().files.filter(within), visit)),
    isTracked: (path) => {
      tracked ??= new Set(listed().tracked);
      return tracked.has(path);
    },
    links: () => {
      links ??= targetsOf(real, listed().links);
      return links;
    },
    problemOf: (path) => checkPath(real, path),
  };
}

/** Why a folder cannot be a tree's root, or null. */
export function rootProblem(root: string): Diagnostic | null {
  try {
    if (statSync(root).isDirectory()) return null;
    return diagnostic('root-invalid', `the root of the tree, ${root}, is not a directory`, placeOfFile(root));
  } catch (error) {
    const message = `the root of the tree, ${root}, cannot be opened: ${systemMessage(error)}`;
    return diagnostic('root-invalid', message, placeOfFile(root));
  }
}

type Listing = {
  readonly files: readonly string[];
  readonly tracked: readonly string[];
  readonly links: readonly string[];
  /** The files in which git cannot search; null when it did not list them. */
  readonly unsearched: ReadonlySet<string> | null;
  readonly notes: readonly Diagnostic[];
};

function list(root: string, repository: Repository | null): Listing {
  const byGit: ListedFiles | null = repository === null ? null : listFiles(repository, root);
  if (byGit && byGit.tracked.length + byGit.untracked.length + byGit.unusableNames > 0) {
    return {
      files: sortByBytes([...byGit.tracked, ...byGit.untracked]),
      tracked: byGit.tracked,
      links: byGit.links,
      unsearched: new Set([...byGit.untracked, ...byGit.unsearched]),
      notes: namesLeftOut(root, byGit.unusableNames, 'not UTF-8'),
    };
  }
  const walked = walkFolder(root);
  const notes = namesLeftOut(root, walked.unusableNames, 'not UTF-8 or with a line break');
  return {
    files: sortByBytes([...walked.files]),
    tracked: walked.files,
    links: [],
    unsearched: null,
    notes: [...notes, ...foldersLeftOut(walked.unreadable)],
  };
}

/** Links that lead out of the root, or nowhere, are left out. */
function targetsOf(root: string, links: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    links.flatMap((path) => {
      const located = locateInside(root, path);
      return located.kind === 'real' ? [[path, relative(root, located.real)] as const] : [];
    }),
  );
}

/** UTF-16 order is byte order except where surrogates are involved. */
function sortByBytes(paths: string[]): string[] {
  if (!/[\ud800-\udfff]/.test(paths.join('/'))) return paths.sort();
  return paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function modeOf(root: string, path: string): string {
  const located = locateInside(root, path);
  if (located.kind === 'problem') return '100644';
  return (statSync(located.real).mode & 0o100) === 0 ? '100644' : '100755';
}

function gitRefused(root: string, reason: string): Diagnostic {
  const message = `git does not work here, so every file outside dot directories counts as part of the tree: ${reason}`;
  return diagnostic('git-refused', message, placeOfFile(root));
}

function namesLeftOut(root: string, count: number, reason: string): readonly Diagnostic[] {
  if (count === 0) return [];
  const what = count === 1 ? '1 name' : `${count} names`;
  const message = `${what} of files or directories left out of the tree: ${reason}`;
  return [diagnostic('names-left-out', message, placeOfFile(root))];
}

function foldersLeftOut(folders: readonly string[]): readonly Diagnostic[] {
  const [first, ...others] = folders.map((folder) => placeOfFile(folder || '.'));
  if (!first) return [];
  const what =
    others.length === 0 ? `${first.file} cannot be listed` : `${folders.length} directories cannot be listed`;
  const labelled = others.map((place) => ({ place }));
  return [diagnostic('directory-unreadable', `${what}; what is inside counts as absent`, first, ...labelled)];
}
