import type { Edge, FileGraph } from '../file-graph.ts';
import { givenWhen, type MarkedReach } from '../given.ts';
import { ALWAYS, type Formulas, NEVER, type When } from '../when/formulas.ts';
import type { Demand } from './demands.ts';

/** A name that a header uses, in the configurations in which it does not get it itself. */
export type OpenDemand = {
  readonly demand: Demand;
  /** The marked files that declare the name. */
  readonly anyOf: bigint;
  readonly when: When;
  /** Files that read it ask for the name; null: all. */
  readonly askedBy: ((file: number) => boolean) | null;
};

/** What a file must have for a header that it includes: above the include `entry`, in the configurations `when`. */
export type Asked = { readonly open: OpenDemand; readonly entry: Edge; readonly when: When };

/**
 * What each file is asked for by the headers that it includes, and those that they include: what neither they nor what
 * stands between them gives.
 *
 * @param order As `includedFirst` gives it.
 * @param open By file: what it leaves to those that include it.
 */
export function askedByHeaders(
  { edges, branchFormulas: { formulas } }: FileGraph,
  order: readonly number[],
  marked: MarkedReach,
  open: readonly (readonly OpenDemand[])[],
): readonly (readonly Asked[])[] {
  const asked = edges.map((): Asked[] => []);
  // By file: which demands it leaves to those that include it, and when.
  const left = open.map((own) => new Map(own.map((one) => [one, one.when])));
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const file of order) {
      asked[file] = [];
      if (extend(file)) isChanged = true;
    }
  }
  return asked;

  function extend(file: number): boolean {
    const own = edges[file] ?? [];
    const self = marked.self[file] ?? 0n;
    let isMore = false;
    let [sureAbove, anyAbove] = [0n, 0n];
    for (const edge of own) {
      for (const [index, target] of edge.targets.entries()) {
        if (target === file) continue;
        for (const [one, below] of left[target] ?? []) {
          const when = formulas.and(edge.whenOfTarget[index] ?? NEVER, below);
          if (when === NEVER) continue;
          if (one.askedBy?.(file) !== false) asked[file]?.push({ open: one, entry: edge, when });
          const rest = (self & one.anyOf) === 0n ? unserved(one, when) : NEVER;
          const before = left[file]?.get(one) ?? NEVER;
          const after = formulas.or(before, rest);
          if (after === before) continue;
          left[file]?.set(one, after);
          isMore = true;
        }
      }
      for (const target of edge.targets) {
        anyAbove |= marked.any[target] ?? 0n;
        if (edge.isSure) sureAbove |= marked.sure[target] ?? 0n;
      }

      function unserved({ anyOf }: OpenDemand, when: When): When {
        if ((sureAbove & anyOf) !== 0n) return NEVER;
        if ((anyAbove & anyOf) === 0n) return when;
        return without(when, givenWhen(own, marked, anyOf, edge.at, formulas), formulas);
      }
    }
    return isMore;
  }
}

/** Where one holds and the other does not. */
export function without(when: When, other: When, { and, not }: Formulas): When {
  return other === ALWAYS ? NEVER : and(when, not(other));
}
