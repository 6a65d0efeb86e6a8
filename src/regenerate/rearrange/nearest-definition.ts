import type { Manifest } from '../../manifest/manifest.ts';
import { findDefinitions } from '../../model/bodies/definitions.ts';
import type { Annotations } from '../../parse/declarations/annotations.ts';
import type { FilesNaming, Tree } from '../../text/tree.ts';

/** A function beside which another is put. */
export type Neighbour = { readonly name: string; readonly side: 'before' | 'after' };

/** Beside which of the functions that are there a function belongs; null: nothing tells. */
export type NeighbourOf = (name: string, isThere: (other: string) => boolean) => Neighbour | null;

/**
 * Of the functions that are there, the one that the same source file defines nearest above a function, else nearest
 * below. Files are read when the first function asks for them.
 */
export function nearestDefinition(tree: Tree, naming: FilesNaming, annotations: Annotations): NeighbourOf {
  const orders = new Map<string, readonly string[]>();
  const orderIn = (file: string, names: readonly string[]): readonly string[] => {
    const known = orders.get(file);
    if (known !== undefined) return known;
    const { definitions } = findDefinitions(tree.read(file) ?? '', new Set(names), annotations);
    const order = definitions.map(({ name }) => name);
    orders.set(file, order);
    return order;
  };
  return (name, isThere) => {
    for (const [file, names] of naming) {
      if (!names.includes(name)) continue;
      const order = orderIn(file, names);
      const at = order.indexOf(name);
      if (at < 0) continue;
      const above = order.slice(0, at).findLast(isThere);
      const below = above ?? order.slice(at + 1).find(isThere);
      if (below !== undefined) return { name: below, side: above === undefined ? 'before' : 'after' };
    }
    return null;
  };
}

/** Functions that two parts at least have, before their runs are taken for an order that somebody made. */
const RUN = 4;

/**
 * The functions that an edit gives another part in a manifest that lists part after part, as one learnt from a split does,
 * and leaves where they stood in it: their place in the manifest says nothing of one in their new part.
 */
export function unplacedIn(was: Manifest, now: Manifest): (name: string) => boolean {
  if (!isListedByPart(was)) return () => false;
  const [before, after] = [previousNames(was), previousNames(now)];
  return (name) =>
    was.prototypes.get(name)?.part !== now.prototypes.get(name)?.part && before.get(name) === after.get(name);
}

function isListedByPart({ prototypes }: Manifest): boolean {
  const runs: { readonly part: string | null; length: number }[] = [];
  for (const { part } of prototypes.values()) {
    const last = runs.at(-1);
    if (last?.part === part) last.length++;
    else runs.push({ part, length: 1 });
  }
  return (
    new Set(runs.map(({ part }) => part)).size === runs.length && runs.filter(({ length }) => length >= RUN).length > 1
  );
}

function previousNames({ prototypes }: Manifest): ReadonlyMap<string, string | null> {
  const names = [...prototypes.keys()];
  return new Map(names.map((name, at) => [name, names[at - 1] ?? null]));
}
