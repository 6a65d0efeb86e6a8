import type { Manifest, Part } from '../manifest/manifest.ts';
import { fileOf } from '../manifest/part-lookup.ts';
import type { Placements } from './placement.ts';

/** The part files as the placements make them, and which of them include which. */
export type Layout = {
  /** In the order in which the wrapper includes them; files without items are left out. */
  readonly files: readonly LayoutFile[];
  /** Part file -> the part files it includes, in wrapper order. */
  readonly includes: ReadonlyMap<string, readonly string[]>;
  /** Items that stand in the wrapper, after the parts. */
  readonly inWrapper: readonly number[];
};

export type LayoutFile = { readonly path: string; readonly sections: readonly Section[] };

/** A part's stretch of its file. */
export type Section = { readonly part: Part; readonly items: readonly number[] };

/** `extra` names includes between part files beyond that of the shared part: file -> files. */
export function layOut(
  manifest: Manifest,
  placements: Placements,
  extra: ReadonlyMap<string, ReadonlySet<string>>,
): Layout {
  const byPart = new Map<string, number[]>(manifest.parts.map((part) => [part.name, []]));
  placements.forEach(({ target }, index) => {
    if (target.kind === 'part') byPart.get(target.part)?.push(index);
  });
  const sections = new Map<string, Section[]>();
  for (const part of manifest.parts) {
    const inFile = sections.get(part.file) ?? [];
    sections.set(part.file, inFile);
    const items = byPart.get(part.name) ?? [];
    if (items.length > 0) inFile.push({ part, items });
  }
  const files = [...sections].flatMap(([path, inFile]): LayoutFile[] =>
    inFile.length > 0 ? [{ path, sections: inFile }] : [],
  );
  const sharedFile = sharedPartFile(manifest);
  const order = new Map(files.map(({ path }, at) => [path, at]));
  const includes = new Map(
    files.map(({ path }) => {
      const wanted = new Set([...(path === sharedFile ? [] : [sharedFile]), ...(extra.get(path) ?? [])]);
      const present = [...wanted].filter((other) => order.has(other));
      return [path, present.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))];
    }),
  );
  const inWrapper = placements.flatMap(({ target }, index) => (target.kind === 'wrapper' ? [index] : []));
  return { files, includes, inWrapper };
}

export function sharedPartFile(manifest: Manifest): string {
  const file = fileOf(manifest, manifest.shared);
  if (file === null) throw new Error(`the shared part '${manifest.shared}' is not a part`);
  return file;
}

/** The part files that a translation unit meets which includes these, in the order in which it reads their content. */
export function filesSeenFrom({ includes }: Pick<Layout, 'includes'>, files: readonly string[]): readonly string[] {
  const met = new Set<string>();
  const seen: string[] = [];
  // Each file that is being read, with those of its includes that are still to come. Without recursion: a chain of part
  // files may be long.
  const open: { readonly path: string; readonly left: string[] }[] = [{ path: '', left: files.toReversed() }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const next = top.left.pop();
    if (next === undefined) {
      open.pop();
      if (open.length > 0) seen.push(top.path);
    } else if (!met.has(next)) {
      met.add(next);
      open.push({ path: next, left: (includes.get(next) ?? []).toReversed() });
    }
  }
  return seen;
}
