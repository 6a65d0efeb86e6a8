import type { Manifest } from '../../manifest/manifest.ts';
import type { Header, Item } from '../../model/header.ts';
import { includedPath } from '../../plan/assign.ts';
import { type FilesMeant, filesMeantAmong } from '../../plan/includes/means-file.ts';
import type { SplitHeaders } from '../split-headers.ts';

/** An include of one file of the split in another. */
export type SiblingInclude = { readonly header: Header; readonly item: Item; readonly to: string };

/** The includes of a header by which it reads the wrapper or a part file, those that the tree lacks among them. */
export function siblingIncludes(header: Header, split: SplitHeaders, manifest: Manifest): readonly SiblingInclude[] {
  const { meant, includes } = siblingsOf(split, manifest);
  const known = includes.get(header);
  if (known) return known;
  const found = header.items.flatMap((item) =>
    includedPath(item).flatMap((path) => {
      const [to] = meant(header.source.path, path);
      return to === undefined ? [] : [{ header, item, to }];
    }),
  );
  includes.set(header, found);
  return found;
}

/** The part files that a file of the split reads, directly or through other part files; never through the wrapper. */
export function filesReachedFrom(header: Header, split: SplitHeaders, manifest: Manifest): ReadonlySet<string> {
  const reached = new Set(siblingIncludes(header, split, manifest).map(({ to }) => to));
  // A set hands out what is added to it while it is gone through.
  for (const file of reached) {
    const next = split.parts.get(file);
    for (const { to } of next ? siblingIncludes(next, split, manifest) : []) reached.add(to);
  }
  return reached;
}

/**
 * The files of the split from which one of its files is read, as in `filesReachedFrom`: asked of one file, where that
 * would be asked of all.
 */
export function filesThatReach(file: string, split: SplitHeaders, manifest: Manifest): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  for (const [path, header] of split.parts) {
    for (const { to } of siblingIncludes(header, split, manifest)) {
      const known = readers.get(to);
      if (known) known.push(path);
      else readers.set(to, [path]);
    }
  }
  const reaching = new Set(readers.get(file) ?? []);
  for (const one of reaching) for (const reader of readers.get(one) ?? []) reaching.add(reader);
  return reaching;
}

type Siblings = {
  readonly meant: FilesMeant;
  readonly includes: Map<Header, readonly SiblingInclude[]>;
};

/** Every rule asks of every file. */
const known = new WeakMap<SplitHeaders, Map<Manifest, Siblings>>();

function siblingsOf(split: SplitHeaders, manifest: Manifest): Siblings {
  const ofSplit = known.get(split) ?? new Map<Manifest, Siblings>();
  known.set(split, ofSplit);
  const ofManifest = ofSplit.get(manifest) ?? {
    meant: filesMeantAmong([...manifest.parts.map((part) => part.file), split.wrapper.source.path]),
    includes: new Map<Header, readonly SiblingInclude[]>(),
  };
  ofSplit.set(manifest, ofManifest);
  return ofManifest;
}
