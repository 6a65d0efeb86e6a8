import { filesSeenFrom, type Layout } from '../layout.ts';
import type { Placements } from '../placement.ts';
import { wrapperKey } from '../split-plan.ts';

/** What a translation unit meets of a split header: the parts in order, `wrapperKey` for the wrapper's own items. */
export type View = {
  readonly parts: readonly string[];
  readonly positionOf: ReadonlyMap<string, number>;
  /** The positions up to which no view before this one is the same: what stands there is seen in a new light. */
  readonly fresh: readonly number[];
};

/** The view of a unit that includes the wrapper, then those of units that include one part file. */
export function viewsOf(layout: Layout): readonly View[] {
  const paths = layout.files.map(({ path }) => path);
  const partsIn = new Map(layout.files.map(({ path, sections }) => [path, sections.map(({ part }) => part.name)]));
  const partsSeen = (files: readonly string[]): readonly string[] =>
    filesSeenFrom(layout, files).flatMap((path) => partsIn.get(path) ?? []);
  const beginnings = new Map<string, number>();
  return [[...partsSeen(paths), wrapperKey], ...paths.map((path) => partsSeen([path]))].map((parts) => {
    let beginning = 0;
    const fresh = parts.flatMap((part, at) => {
      const key = `${beginning} ${part}`;
      const known = beginnings.get(key);
      beginning = known ?? beginnings.size + 1;
      beginnings.set(key, beginning);
      return known === undefined ? [at] : [];
    });
    return { parts, positionOf: new Map(parts.map((part, at) => [part, at])), fresh };
  });
}

/** What views know an item's place by: its part, or `wrapperKey`; null for an item that is dropped. */
export function sectionOf(placements: Placements, item: number): string | null {
  const target = placements[item]?.target;
  if (target?.kind === 'wrapper') return wrapperKey;
  return target?.kind === 'part' ? target.part : null;
}

/** The places of a run of items, in the order in which they begin. */
export function sectionsWithin(placements: Placements, first: number, last: number): readonly string[] {
  const sections = new Set<string>();
  for (let item = first; item <= last; item++) {
    const section = sectionOf(placements, item);
    if (section !== null) sections.add(section);
  }
  return [...sections];
}
