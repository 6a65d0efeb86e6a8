import { listingOf } from './file-listing.ts';
import { baseName } from './file-path.ts';
import { lowerBound } from './lower-bound.ts';
import { filesWith } from './overlay-tree.ts';
import { searchMemory } from './search-memory.ts';
import { linesHolding, linesOf, type Tree } from './tree.ts';

/** A tree that changes while manifests are carried out on it, one after another. */
export type GrowingTree = {
  /** The tree as it is, until the next change. */
  now(): Tree;
  /** Gives a file new content (latin1), null to take it away. */
  change(path: string, content: string | null): void;
};

/**
 * A tree that answers a search from those before it, where these looked for at least its words in at least its files; and
 * that takes a change in the time that the change takes, however many files there are. The tree behind it must not change
 * meanwhile. One that `forgets` makes each search anew.
 */
export function growingTree(base: Tree, { forgets = false }: { readonly forgets?: boolean } = {}): GrowingTree {
  const memory = searchMemory(base, forgets);
  const changed = new Map<string, string | null>();
  const added = new Map<string, string[]>();
  let files: string[] | null = null;
  const has = (path: string): boolean => {
    const content = changed.get(path);
    return content === undefined ? listingOf(base).has(path) : content !== null;
  };
  const named = (name: string): readonly string[] => {
    const below = listingOf(base).named(name);
    const above = added.get(name);
    return above || below.some((path) => !has(path))
      ? [...below.filter(has), ...(above ?? []).filter(has)].sort()
      : below;
  };
  const make = (): Tree => ({
    files: () => files ?? base.files(),
    listing: () => ({ has, named }),
    ...filesWith(base, changed),
    linesWith: (parts, within) => {
      const below = linesHolding(base, parts, (path) => !changed.has(path) && within(path));
      const above = [...changed].flatMap(([path, content]) => {
        const lines = content !== null && within(path) ? linesOf(content, parts) : '';
        return lines === '' ? [] : [[path, lines] as const];
      });
      return new Map([...below, ...above].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    filesNaming: (words, within) => memory.search([{ words, within }])[0] ?? new Map(),
    search: memory.search,
  });
  let tree = make();
  return {
    now: () => tree,
    change: (path, content) => {
      files ??= [...base.files()];
      const isListed = has(path);
      const at = lowerBound(files, (one) => one < path);
      if (!isListed && content !== null) files.splice(at, 0, path);
      if (isListed && content === null) files.splice(at, 1);
      if (!isListed && content !== null && !listingOf(base).has(path)) note(added, baseName(path), path);
      changed.set(path, content);
      memory.change(path, content);
      tree = make();
    },
  };
}

function note(added: Map<string, string[]>, name: string, path: string): void {
  const known = added.get(name) ?? [];
  added.set(name, known.includes(path) ? known : [...known, path]);
}
