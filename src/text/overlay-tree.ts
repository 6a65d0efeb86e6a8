import { listingOf } from './file-listing.ts';
import type { Tree } from './tree.ts';
import { linesHolding, memoryTree } from './tree.ts';

/** A tree as it would be after some changes: path -> new content (latin1), null for a file that is gone. */
export function overlayTree(base: Tree, changed: ReadonlyMap<string, string | null>): Tree {
  const added = Object.fromEntries([...changed].filter((entry): entry is [string, string] => entry[1] !== null));
  const overlay = memoryTree(added);
  const paths = [...new Set([...base.files().filter((path) => !changed.has(path)), ...overlay.files()])].sort();
  const search: Tree['search'] = (queries) => {
    const below = base.search(
      queries.map(({ words, within }) => ({ words, within: (path) => !changed.has(path) && within(path) })),
    );
    const above = overlay.search(queries);
    return queries.map((_, at) => {
      const found = new Map([...(below[at] ?? []), ...(above[at] ?? [])]);
      return new Map(
        paths.flatMap((path) => {
          const words = found.get(path);
          return words ? [[path, words] as const] : [];
        }),
      );
    });
  };
  return {
    files: () => paths,
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
    linesWith: (part, within) => {
      const below = linesHolding(base, part, (path) => !changed.has(path) && within(path));
      return new Map([...below, ...linesHolding(overlay, part, within)]);
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
