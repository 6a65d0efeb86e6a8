import type { Manifest } from '../../manifest/manifest.ts';
import type { Header, Item } from '../../model/header.ts';
import { includedPath } from '../../plan/assign.ts';
import { meansFile } from '../../plan/includes/means-file.ts';
import type { SplitHeaders } from '../split-headers.ts';

/** An include of one file of the split in another. */
export type SiblingInclude = { readonly header: Header; readonly item: Item; readonly to: string };

/** The includes of a header by which it reads the wrapper or a part file, those that the tree lacks among them. */
export function siblingIncludes(
  header: Header,
  { wrapper }: SplitHeaders,
  manifest: Manifest,
): readonly SiblingInclude[] {
  const files = new Set([...manifest.parts.map((part) => part.file), wrapper.source.path]);
  return header.items.flatMap((item) =>
    includedPath(item).flatMap((path) => {
      const to = [...files].find((file) => meansFile(header.source.path, path, file));
      return to === undefined ? [] : [{ header, item, to }];
    }),
  );
}

/** The part files that a file of the split reads, directly or through other part files; never through the wrapper. */
export function filesReachedFrom(header: Header, split: SplitHeaders, manifest: Manifest): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (from: Header): void => {
    for (const { to } of siblingIncludes(from, split, manifest)) {
      if (reached.has(to)) continue;
      reached.add(to);
      const next = split.parts.get(to);
      if (next) visit(next);
    }
  };
  visit(header);
  return reached;
}
