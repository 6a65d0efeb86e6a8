import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { Header, Item } from '../model/header.ts';
import type { OpenItem } from '../model/open-items.ts';
import { placeOf } from '../text/place.ts';
import type { KnownMacros } from './names/known-macros.ts';
import { functionNames, otherNames, type Placement, type Placements, partOf, type Target } from './placement.ts';

/** Placements in which every open item lies where what stands below it does. */
export type KeptTogether = {
  readonly placements: Placements;
  /** Item -> the items that go where it goes, itself included, where nobody assigned any of them. */
  readonly together: ReadonlyMap<number, readonly number[]>;
  readonly findings: readonly Diagnostic[];
};

/**
 * Sends each open item with what stands below it: parted from that, it would decorate another declaration. What the
 * manifest says of the item itself is not overruled.
 */
export function keepTogether(
  header: Header,
  open: readonly OpenItem[],
  known: KnownMacros,
  assigned: Placements,
  shared: string,
  notFound: () => string,
): KeptTogether {
  const placements = [...assigned];
  const findings: Diagnostic[] = [];
  const kept = open.filter(({ item }) => assigned[item]?.by !== 'manifest');
  const others = new Map<readonly number[], number | undefined>();
  // Those below are settled first: they may be open themselves.
  for (const { item, macro, below } of kept.toReversed()) {
    const first = below[0] ?? item;
    const { target, by } = placements[first] ?? { target: undefined, by: 'default' };
    if (!target) continue;
    if (!others.has(below))
      others.set(
        below,
        below.find((index) => !isSameTarget(placements[index]?.target, target)),
      );
    const other = others.get(below);
    if (other !== undefined) findings.push(parted(header, item, macro, [first, other]));
    placements[item] = { target, by: by === 'default' ? 'default' : 'rule' };
  }
  const together = clustersOf(kept);
  for (const cluster of new Set(together.values())) {
    if (cluster.every((index) => placements[index]?.by === 'default')) continue;
    for (const index of cluster) fix(placements, together, index);
  }
  const isTold = ({ item, below }: OpenItem): boolean =>
    others.get(below) === undefined && partOf(placements, item) !== shared;
  return { placements, together, findings: [...findings, ...guesses(header, kept.filter(isTold), known, notFound)] };
}

/** An item that must stay with one that is assigned stays where it is. */
function fix(placements: Placement[], together: Map<number, readonly number[]>, index: number): void {
  const placement = placements[index];
  if (placement && placement.by !== 'manifest') placements[index] = { ...placement, by: 'rule' };
  together.delete(index);
}

function isSameTarget(a: Target | undefined, b: Target): boolean {
  return a?.kind === b.kind && (a.kind !== 'part' || b.kind !== 'part' || a.part === b.part);
}

function parted(header: Header, item: number, macro: string | null, below: readonly [number, number]): Diagnostic {
  const { items, source } = header;
  const [a, b] = below.map((index) => nameOf(items[index]));
  const places = below.map((index) => ({
    place: placeOf(source, items[index]?.span ?? { start: 0, end: 0 }),
    label: 'is below it',
  }));
  const finding = diagnostic(
    'open-item-parted',
    `this does not end by itself, and '${a}' and '${b}', which may follow it, go to different parts`,
    placeOf(source, items[item]?.span ?? { start: 0, end: 0 }),
    ...places,
  );
  return macro === null ? finding : withNext(finding, `Assign them to one part; ${howToEnd(macro)}`);
}

/** Calls that were kept with what is below them because nothing says whether they end by themselves, one of each macro. */
function guesses(
  header: Header,
  kept: readonly OpenItem[],
  known: KnownMacros,
  notFound: () => string,
): readonly Diagnostic[] {
  const told = new Set<string>();
  return kept.flatMap(({ item, macro, below }) => {
    const [first] = below;
    if (macro === null || first === undefined || told.has(macro)) return [];
    if (known.annotations.has(macro) || known.others.has(macro)) return [];
    told.add(macro);
    const { items, source } = header;
    const finding = diagnostic(
      'kept-with-next',
      `nothing ends '${macro}' here and no included file defines it${notFound()}: it goes with '${nameOf(items[first])}' below`,
      placeOf(source, items[item]?.span ?? { start: 0, end: 0 }),
    );
    return [withNext(finding, `Write \`annotations: [${macro}]\` if it decorates that; ${howToEnd(macro)}`)];
  });
}

function howToEnd(macro: string): string {
  return `if it ends by itself, write \`${macro}: <part>\` under \`declarations\`.`;
}

function nameOf(item: Item | undefined): string {
  return item ? ([...functionNames(item), ...otherNames(item)][0] ?? 'what follows') : '';
}

/** The items that must stay together, in one list for all of them. */
function clustersOf(kept: readonly OpenItem[]): Map<number, readonly number[]> {
  const clusters = new Map<number, number[]>();
  const clusterOf = (index: number): number[] => {
    const known = clusters.get(index) ?? [index];
    clusters.set(index, known);
    return known;
  };
  const joined = new Set<readonly number[]>();
  for (const { item, below } of kept.toReversed()) {
    const [first = item, ...others] = below;
    let cluster = clusterOf(first);
    for (const index of joined.has(below) ? [] : others) cluster = join(clusters, cluster, clusterOf(index));
    joined.add(below);
    join(clusters, cluster, clusterOf(item));
  }
  return new Map(clusters);
}

/** Puts the members of the smaller cluster into the larger. */
function join(clusters: Map<number, number[]>, a: number[], b: number[]): number[] {
  if (a === b) return a;
  const [large, small] = a.length < b.length ? [b, a] : [a, b];
  for (const index of small) {
    large.push(index);
    clusters.set(index, large);
  }
  return large;
}
