import type { Manifest, Part } from '../manifest/manifest.ts';
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
  const paths = [...new Set(manifest.parts.map((part) => part.file))];
  const files = paths.flatMap((path): LayoutFile[] => {
    const sections = manifest.parts
      .filter((part) => part.file === path)
      .map((part) => ({ part, items: byPart.get(part.name) ?? [] }))
      .filter((section) => section.items.length > 0);
    return sections.length > 0 ? [{ path, sections }] : [];
  });
  const sharedFile = sharedPartFile(manifest);
  const present = new Set(files.map((file) => file.path));
  const includes = new Map(
    files.map(({ path }) => {
      const wanted = new Set([...(path === sharedFile ? [] : [sharedFile]), ...(extra.get(path) ?? [])]);
      return [path, paths.filter((other) => wanted.has(other) && present.has(other))];
    }),
  );
  const inWrapper = placements.flatMap(({ target }, index) => (target.kind === 'wrapper' ? [index] : []));
  return { files, includes, inWrapper };
}

export function sharedPartFile(manifest: Manifest): string {
  const part = manifest.parts.find(({ name }) => name === manifest.shared);
  if (!part) throw new Error(`the shared part '${manifest.shared}' is no part`);
  return part.file;
}

/** The sections that a translation unit meets which includes one part file, or the wrapper (null), in order. */
export function sectionsSeenFrom(layout: Layout, file: string | null): readonly Section[] {
  const seen = new Set<string>();
  const sections: Section[] = [];
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const other of layout.includes.get(path) ?? []) visit(other);
    sections.push(...(layout.files.find((one) => one.path === path)?.sections ?? []));
  };
  for (const { path } of layout.files) if (file === null || file === path) visit(path);
  return sections;
}

/** Whether one part file includes another, directly or through others. */
export function reaches(layout: Layout, from: string, to: string): boolean {
  const seen = new Set<string>([from]);
  const queue = [from];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const next of layout.includes.get(path) ?? []) {
      if (next === to) return true;
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return false;
}
