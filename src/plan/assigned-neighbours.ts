import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { functionNames } from './placement.ts';

/** A function that the manifest gives a part. */
export type AssignedFunction = { readonly name: string; readonly part: string };

/**
 * For each item of a header: the nearest functions with a part above and below it that are close to it, the one above
 * first.
 */
export function assignedNeighbours(header: Header, manifest: Manifest): (item: Item) => readonly AssignedFunction[] {
  let nearest: readonly ReadonlyMap<Item, AssignedFunction>[] | null = null;
  return (item) => {
    nearest ??= [header.items, header.items.toReversed()].map((items) => nearestBefore(header, items, manifest));
    return nearest.flatMap((one) => one.get(item) ?? []);
  };
}

/** What is said of them: `its neighbours 'a' and 'b' are in 'io'`; empty when there is none. */
export function describeNeighbours([first, second]: readonly AssignedFunction[]): string {
  if (!first) return '';
  if (!second) return `its neighbour '${first.name}' is in '${first.part}'`;
  return first.part === second.part
    ? `its neighbours '${first.name}' and '${second.name}' are in '${first.part}'`
    : `its neighbours are '${first.name}' in '${first.part}' and '${second.name}' in '${second.part}'`;
}

function nearestBefore(
  header: Header,
  items: readonly Item[],
  manifest: Manifest,
): ReadonlyMap<Item, AssignedFunction> {
  const nearest = new Map<Item, AssignedFunction>();
  let last: { readonly item: Item; readonly assigned: AssignedFunction } | null = null;
  for (const item of items) {
    if (last && isClose(header, last.item, item)) nearest.set(item, last.assigned);
    for (const name of functionNames(item)) {
      const part = manifest.prototypes.get(name)?.part ?? null;
      if (part !== null) last = { item, assigned: { name, part } };
    }
  }
  return nearest;
}

/** Whether nothing is declared between two items, or they stand in one paragraph, a few lines from each other. */
function isClose({ source }: Header, one: Item, other: Item): boolean {
  const [above, below] = one.index < other.index ? [one, other] : [other, one];
  if (below.index - above.index === 1) return true;
  if (below.index - above.index > FEW) return false;
  const between = source.text.slice(above.span.end, below.span.start);
  return between.split('\n').length - 1 <= FEW && !/\n[ \t\r]*\n/.test(between);
}

/** Declarations, and lines. */
const FEW = 5;
