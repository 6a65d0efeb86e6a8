import { listingOf } from './file-listing.ts';
import type { Tree } from './tree.ts';
import { linesHolding, memoryTree } from './tree.ts';
import { narrowFiles } from './united-files.ts';

/** A tree as it would be after some changes: path -> new content (latin1), null for a file that is gone. */
export function overlayTree(base: Tree, changed: ReadonlyMap<string, string | null>): Tree {
  const added = Object.fromEntries([...changed].filter((entry): entry is [string, string] => entry[1] !== null));
  const overlay = memoryTree(added);
  let paths: readonly string[] | null = null;
  const isAsBefore = (path: string): boolean => !changed.has(path);
  const search: Tree['search'] = (queries) => {
    const below = base.search(queries.map(({ words, within }) => ({ words, within: narrowFiles(within, isAsBefore) })));
    const above = overlay.search(queries);
    return queries.map((_, at) => {
      const found = [...(below[at] ?? []), ...(above[at] ?? [])];
      return new Map(found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
  };
  return {
    files: () => {
      paths ??= [...new Set([...base.files().filter(isAsBefore), ...overlay.files()])].sort();
      return paths;
    },
    listing: () => ({
      has: (path) => (changed.has(path) ? changed.get(path) !== null : listingOf(base).has(path)),
      named: (name) => {
        const below = listingOf(base)
          .named(name)
          .filter((path) => !changed.has(path));
        return [...below, ...listingOf(overlay).named(name)].sort();
      },
    }),
    ...filesWith(base, changed),
    linesWith: (parts, within) => {
      const below = linesHolding(base, parts, (path) => !changed.has(path) && within(path));
      return new Map([...below, ...linesHolding(overlay, parts, within)]);
    },
    filesNaming: (words, within) => search([{ words, within }])[0] ?? new Map(),
    search,
  };
}

/** What each file is, in a tree with changes; `changed` may grow meanwhile. */
export function filesWith(
  base: Tree,
  changed: ReadonlyMap<string, string | null>,
): Pick<Tree, 'read' | 'mode' | 'isTracked' | 'links'> {
  return {
    read: (path) => {
      const content = changed.get(path);
      return content === undefined ? base.read(path) : content;
    },
    mode: (path) => base.mode(path),
    isTracked: (path) => changed.has(path) || base.isTracked?.(path) !== false,
    links: () => base.links?.() ?? new Map(),
  };
}
