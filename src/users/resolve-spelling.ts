import { includeGraph, normalPath } from '../plan/includes/include-graph.ts';
import { isSystemHeader } from '../plan/includes/system-headers.ts';
import { listingOf } from '../text/file-listing.ts';
import { baseName, folderOf } from '../text/file-path.ts';
import type { FileListing, Tree } from '../text/tree.ts';

export type Spelling = { readonly form: 'quote' | 'angle'; readonly path: string };

/**
 * The files of the tree that an include may mean: the one that the include directories give, else the nearest whose paths
 * end like the spelling, as a unit may have further directories. A bare name in angle brackets is a system's.
 *
 * @param dirs Relative to the root.
 */
export function spellingResolver(
  tree: Tree,
  dirs: readonly string[],
): (from: string, spelling: Spelling) => readonly string[] {
  const plain = filesMeant(tree, dirs);
  const links = linkedFiles(tree);
  if (links.size === 0) return plain;
  const linked = filesMeant(withFiles(tree, [...links.keys()]), dirs);
  return (from, spelling) => {
    const beside = spelling.form === 'quote' ? links.get(normalPath(folderOf(from) + spelling.path) ?? '') : undefined;
    if (beside !== undefined) return [beside];
    const found = plain(from, spelling);
    return found.length > 0 ? found : [...new Set(linked(from, spelling).map((path) => links.get(path) ?? path))];
  };
}

/** The files of the tree that an include may mean; by a guess, it may mean a file of the system as well. */
export type Meaning = { readonly files: readonly string[]; readonly isGuess: boolean };

/**
 * What includes may mean. A bare name in angle brackets that nothing else tells is guessed to be one of the files of the
 * name, as a unit may have their directories; of more than a few one of the nearest. A hosted system's own headers are
 * never guessed at.
 *
 * @param resolve What `spellingResolver` gives for the tree.
 */
export function spellingMeanings(
  tree: Tree,
  resolve: (from: string, spelling: Spelling) => readonly string[],
): (from: string, spelling: Spelling) => Meaning {
  const listing = listingOf(tree);
  const links = linkedFiles(tree);
  const linked = listingOf({ files: () => [...links.keys()] });
  return (from, spelling) => {
    const { form, path } = spelling;
    const told = resolve(from, spelling);
    if (told.length > 0 || form !== 'angle' || path.includes('/') || isSystemHeader(path))
      return { files: told, isGuess: false };
    const named = [...listing.named(path), ...linked.named(path).flatMap((link) => links.get(link) ?? [])];
    const files = [...new Set(named)];
    return { files: files.length <= MOST ? files : sharingMost(folderOf(from), files), isGuess: true };
  };
}

function withFiles(tree: Tree, files: readonly string[]): Tree {
  return { ...tree, files: () => files, listing: () => listingOf({ files: () => files }) };
}

/** Files as links lead to them: path by a link -> path. */
function linkedFiles(tree: Tree): ReadonlyMap<string, string> {
  const files = new Set(tree.files());
  const links = [...(tree.links?.() ?? [])];
  const found = new Map(links.filter(([, target]) => files.has(target)));
  const all = [...[...files].map((file) => [file, file] as const), ...found];
  for (const [link, target] of links) {
    if (files.has(target)) continue;
    const folder = target === '' ? '' : `${target}/`;
    for (const [path, file] of all)
      if (path.startsWith(folder)) found.set(`${link}/${path.slice(folder.length)}`, file);
  }
  return found;
}

function filesMeant(tree: Tree, dirs: readonly string[]): (from: string, spelling: Spelling) => readonly string[] {
  const { resolve } = includeGraph(tree, dirs);
  const listing = listingOf(tree);
  const known = new Map<string, readonly string[]>();
  return (from, spelling) => {
    const key = `${spelling.form}${folderOf(from)}\0${spelling.path}`;
    const cached = known.get(key);
    if (cached) return cached;
    const found = resolve(from, spelling);
    const files =
      found === null || isBare(from, spelling, found)
        ? nearest(folderOf(from), [...new Set([...endingLike(spelling, listing), ...(found === null ? [] : [found])])])
        : [found];
    known.set(key, files);
    return files;
  };
}

/** A bare name that another directory gives: a directory that serves one part of a tree need not serve another. */
function isBare(from: string, { form, path }: Spelling, found: string): boolean {
  return form === 'quote' && !path.includes('/') && folderOf(found) !== folderOf(from);
}

function endingLike({ form, path }: Spelling, listing: FileListing): readonly string[] {
  if (form === 'angle' && !path.includes('/')) return [];
  const normal = normalPath(path.replace(/^(?:\.{1,2}\/)+/, ''));
  if (normal === null || normal === '') return [];
  return listing.named(baseName(normal)).filter((file) => file === normal || file.endsWith(`/${normal}`));
}

/** Those that share most of their path with the including file: a directory for includes serves the files around it. */
function nearest(folder: string, files: readonly string[]): readonly string[] {
  if (files.length < 2) return files;
  const found = sharingMost(folder, files);
  return found.length === 1 || files.length <= MOST ? found : [];
}

function sharingMost(folder: string, files: readonly string[]): readonly string[] {
  const shared = files.map((file) => foldersInCommon(folder, file));
  const most = Math.max(...shared);
  return files.filter((_, index) => shared[index] === most);
}

/** More files than this tell nothing. */
const MOST = 8;

function foldersInCommon(a: string, b: string): number {
  const [left, right] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  let common = 0;
  while (common < left.length && left[common] === right[common]) common++;
  return common;
}
