import type { Edge } from './file-graph.ts';
import { type GrowingReach, type MarkedReach, type ReachWhen, reachWhen, startReach } from './given.ts';
import type { Formulas } from './when/formulas.ts';

/** Includes and what they give, as far as the conditions of the text itself tell when. */
export type ToldConditions = { readonly edges: readonly (readonly Edge[])[]; readonly reach: ReachWhen };

/**
 * Which file an include by a macro means is no condition of the text, nor which of several it means where each reads a
 * marked file: the line counts as giving it wherever it is read.
 *
 * @param edges As the reach of `marked` was made of.
 * @param order As `includedFirst` gives it.
 */
export function toldConditions(
  edges: readonly (readonly Edge[])[],
  order: readonly number[],
  marked: MarkedReach,
  formulas: Formulas,
): ToldConditions {
  let isOther = false;
  const told = edges.map((own) =>
    own.map((edge) => {
      const { targets, when, whenOfTarget, isGuess } = edge;
      if (isGuess || whenOfTarget.every((one) => one === when)) return edge;
      if (!targets.every((target) => marked.any[target] !== 0n)) return edge;
      isOther = true;
      return { ...edge, whenOfTarget: targets.map(() => when) };
    }),
  );
  if (!isOther) return { edges, reach: marked };
  const reach: GrowingReach = startReach(marked.self);
  return { edges: told, reach: reachWhen(told, order, reach, formulas) };
}
