import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import { functionNames } from './placement.ts';

/** A function that the manifest gives a part. */
export type AssignedFunction = { readonly name: string; readonly part: string };

/** For each item of a header: the nearest functions with a part above and below it, nearest first above. */
export function assignedNeighbours(header: Header, manifest: Manifest): (item: Item) => readonly AssignedFunction[] {
  let nearest: readonly ReadonlyMap<Item, AssignedFunction>[] | null = null;
  return (item) => {
    nearest ??= [header.items, header.items.toReversed()].map((items) => nearestBefore(items, manifest));
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

function nearestBefore(items: readonly Item[], manifest: Manifest): ReadonlyMap<Item, AssignedFunction> {
  const nearest = new Map<Item, AssignedFunction>();
  let last: AssignedFunction | null = null;
  for (const item of items) {
    if (last) nearest.set(item, last);
    for (const name of functionNames(item)) {
      const part = manifest.prototypes.get(name)?.part ?? null;
      if (part !== null) last = { name, part };
    }
  }
  return nearest;
}
