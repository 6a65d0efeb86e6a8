import { listingOf } from '../../../text/file-listing.ts';
import { baseName } from '../../../text/file-path.ts';
import type { Tree } from '../../../text/tree.ts';
import { type IncludeSpelling, includeGraph, includesIn } from '../include-graph.ts';
import { isSystemHeader } from '../system-headers.ts';
import { commonPattern } from './folders-meant.ts';

/** An include directory, and what means it and the folders like it that offer the same file; null where none does. */
export type FoundDir = { readonly dir: string; readonly pattern: string | null };

/**
 * The include directories that the header's own includes show, and those of the files that they lead to: folders of the
 * tree, beside the `known` ones, below which lies what is included and was not found. The one that explains most comes
 * first, of equals the nearest to the header and the directories before it. Of folders that are alike and offer the
 * same file (`arch/arm/include`, `arch/x86/include`) one is taken: no compiler reads two of them.
 */
export function findIncludeDirs(tree: Tree, header: string, known: readonly string[]): readonly FoundDir[] {
  const found: string[] = [];
  const patterns = new Map<string, string>();
  const rivals = new Set<string>();
  const folder = header.slice(0, Math.max(0, header.lastIndexOf('/')));
  const offers = offersOf(tree, folder);
  const spellings = (file: string): readonly IncludeSpelling[] => includesIn(tree.read(file) ?? '');
  const own = new Set(spellings(header).map(({ path }) => path));
  for (;;) {
    const missing = notFound(tree, header, [...known, ...found], spellings);
    const offered = missing.map((path): Offer => {
      const dirs = offers(path).filter((dir) => !rivals.has(dir));
      return { dirs, weight: weightOf(path, own.has(path), dirs.includes(folder)) };
    });
    const dir = bestDir(header, found, offered);
    if (dir === null) return found.map((one) => ({ dir: one, pattern: patterns.get(one) ?? null }));
    found.push(dir);
    for (const { dirs } of offered) {
      for (const other of dirs.includes(dir) ? dirs : []) {
        const pattern = commonPattern(dir, other);
        if (pattern === null) continue;
        rivals.add(other);
        patterns.set(dir, pattern);
      }
    }
  }
}

/** The folders that have a missing path, and how much that tells. */
type Offer = { readonly dirs: readonly string[]; readonly weight: number };

/** A bare name may lie anywhere by chance; what the header itself includes is what the question is about. */
function weightOf(path: string, isOwn: boolean, isBeside: boolean): number {
  if (isOwn && (isBeside || path.includes('/'))) return ENOUGH;
  return path.includes('/') ? 2 : 1;
}

/** One path far from the header, or two bare names, tell too little. */
const ENOUGH = 3;

/** What the header and all that it leads to include and the tree does not have under the directories, each path once. */
function notFound(
  tree: Tree,
  header: string,
  dirs: readonly string[],
  spellingsOf: (file: string) => readonly IncludeSpelling[],
): readonly string[] {
  const { resolve } = includeGraph(tree, dirs);
  const missing = new Set<string>();
  const files = new Set([header]);
  for (const file of files) {
    for (const spelling of spellingsOf(file)) {
      const resolved = resolve(file, spelling);
      if (resolved !== null) files.add(resolved);
      else if (tells(spelling)) missing.add(spelling.path);
    }
  }
  return [...missing];
}

/** A bare name between quotes is a sibling, often one that a build makes; a system's header is not the tree's. */
function tells({ form, path }: IncludeSpelling): boolean {
  return (form === 'angle' || path.includes('/')) && !path.startsWith('.') && !isSystemHeader(path);
}

/** The folders below which the tree has a path. A bare name that several have means the file beside the header, if any. */
function offersOf(tree: Tree, folder: string): (path: string) => readonly string[] {
  return (path) => {
    const files = listingOf(tree)
      .named(baseName(path))
      .filter((file) => file.endsWith(`/${path}`));
    const dirs = files.map((file) => file.slice(0, file.length - path.length - 1));
    return path.includes('/') || dirs.length === 1 ? dirs : dirs.filter((dir) => dir === folder);
  };
}

function bestDir(header: string, found: readonly string[], offers: readonly Offer[]): string | null {
  const votes = new Map<string, number>();
  for (const { dirs, weight } of offers) for (const dir of dirs) votes.set(dir, (votes.get(dir) ?? 0) + weight);
  const votesFor = (dir: string): number => votes.get(dir) ?? 0;
  const near = (dir: string, places: readonly string[]): number =>
    Math.max(0, ...places.map((place) => inCommon(place, dir)));
  const candidates = [...votes.keys()].filter((dir) => votesFor(dir) >= ENOUGH).sort();
  const [best] = candidates.toSorted(
    (a, b) => votesFor(b) - votesFor(a) || near(b, [header, ...found]) - near(a, [header, ...found]),
  );
  if (best === undefined) return null;
  // Of folders that are alike, the one of which another was taken before.
  const alike = candidates.filter((dir) => dir === best || commonPattern(dir, best) !== null);
  return alike.toSorted((a, b) => near(b, found) - near(a, found) || votesFor(b) - votesFor(a))[0] ?? null;
}

/** How many folders two paths have in common from the root on. */
function inCommon(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  let common = 0;
  while (common < right.length && left[common] === right[common]) common++;
  return common;
}
