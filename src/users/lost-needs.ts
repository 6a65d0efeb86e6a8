import type { Edge } from './file-graph.ts';
import type { MarkedReach, Need } from './needs.ts';
import { type Reach, throughEdges } from './reach.ts';

/** A need that a file no longer has, and the includes by which it had it. */
export type Lost = { readonly need: Need; readonly edges: readonly Edge[] };

/**
 * The includes by which a file had what it needs and does no longer; none: it still has it. What it had whatever the
 * configuration it must have so before its first use; else by each include by which it had it, as each may stand under
 * another condition.
 *
 * @param before The file's includes as they are.
 * @param after As they will be; those that stand for one of `before`, or behind it, have its `line`.
 */
export function lostEdges(
  { anyOf, limit, isSure }: Need,
  before: readonly Edge[],
  had: Pick<MarkedReach, 'any' | 'sure'>,
  after: readonly Edge[],
  has: { readonly any: Reach; readonly sure: Reach },
): readonly Edge[] {
  if (isSure) {
    if ((throughEdges(after, has.sure, 'sure', limit) & anyOf) !== 0n) return [];
    return before.filter((edge) => gives(edge, had.sure, anyOf));
  }
  const lost: Edge[] = [];
  for (const edge of before) {
    if (!gives(edge, had.any, anyOf)) continue;
    // What it reads whatever the configuration, once it is read itself, must stay so.
    const reach = gives(edge, had.sure, anyOf) ? has.sure : has.any;
    const isKept =
      after.some((one) => one.line === edge.line && gives(one, reach, anyOf)) ||
      after.some((one) => one.at < Math.max(limit, edge.at) && isRead(one, edge) && gives(one, reach, anyOf)) ||
      (edge.at >= limit && directlyBehind(edge, after).some((one) => gives(one, reach, anyOf)));
    if (!isKept) lost.push(edge);
    if (edge.isSure && gives(edge, had.sure, anyOf)) break;
  }
  return lost;
}

/** The includes on the lines that follow an include, with nothing between. */
function directlyBehind({ at, end }: Edge, after: readonly Edge[]): readonly Edge[] {
  let reached = end;
  return after.filter((one) => {
    if (one.at <= at || one.at > reached) return false;
    reached = Math.max(reached, one.end);
    return true;
  });
}

/** Whether one include is read whenever the other is. */
function isRead(one: Edge, other: Edge): boolean {
  const [innermost] = one.branches;
  return innermost === undefined || other.branches.includes(innermost);
}

function gives({ targets }: Edge, reach: Reach, anyOf: bigint): boolean {
  return targets.some((target) => ((reach[target] ?? 0n) & anyOf) !== 0n);
}
