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
  const orders = new Map<string, Order>();
  let filesOf: ReadonlyMap<string, readonly string[]> | null = null;
  const orderIn = (file: string): Order => {
    const known = orders.get(file) ?? orderOf(tree.read(file) ?? '', new Set(naming.get(file)), annotations);
    orders.set(file, known);
    return known;
  };
  return (name, isThere) => {
    filesOf ??= filesByName(naming);
    for (const file of filesOf.get(name) ?? []) {
      const { names, at } = orderIn(file);
      const own = at.get(name);
      if (own === undefined) continue;
      for (let above = own - 1; above >= 0; above--) {
        const other = names[above] ?? '';
        if (isThere(other)) return { name: other, side: 'after' };
      }
      for (let below = own + 1; below < names.length; below++) {
        const other = names[below] ?? '';
        if (isThere(other)) return { name: other, side: 'before' };
      }
    }
    return null;
  };
}

/** What a file defines, and where in that each stands. */
type Order = { readonly names: readonly string[]; readonly at: ReadonlyMap<string, number> };

function orderOf(text: string, wanted: ReadonlySet<string>, annotations: Annotations): Order {
  const names = findDefinitions(text, wanted, annotations).definitions.map(({ name }) => name);
  return { names, at: new Map(names.map((name, at) => [name, at])) };
}

function filesByName(naming: FilesNaming): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const [file, names] of naming) {
    for (const name of names) {
      const known = files.get(name);
      if (known === undefined) files.set(name, [file]);
      else known.push(file);
    }
  }
  return files;
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
