import { LATER } from '../facts/file-facts.ts';
import type { Edge } from '../file-graph.ts';
import { edgeGives, givenWhen, type ReachWhen } from '../given.ts';
import { type Formulas, NEVER, type When } from '../when/formulas.ts';

/** Where something must be declared, and when: by the includes that begin before the byte. */
export type NeedPoint = { readonly at: number; readonly must: When };

/** The uses of a name in a file: from the first to the last, and the configurations in which one is read. */
export type UseRange = { readonly from: number; readonly to: number; readonly when: When };

/**
 * Where a file has one of `anyOf` today for its uses of a name: at the first one, and behind each include that brings more
 * of it, as a use may stand there. What it has behind the last use alone counts too, as a use may be seen too early.
 */
export function needPoints(
  { from, to, when }: UseRange,
  edges: readonly Edge[],
  reach: ReachWhen,
  anyOf: bigint,
  formulas: Formulas,
): readonly NeedPoint[] {
  const { and, or } = formulas;
  let had = givenWhen(edges, reach, anyOf, from, formulas);
  let must = and(had, when);
  const points: NeedPoint[] = must === NEVER ? [] : [{ at: from, must }];
  for (const [index, edge] of edges.entries()) {
    if (edge.at < from) continue;
    if (edge.at >= to || must === when) break;
    had = or(had, edgeGives(edge, reach, anyOf, formulas));
    const now = and(had, when);
    const next = edges[index + 1];
    // Between two lines of includes is no use.
    if (now === must || (next !== undefined && next.at < to && next.at <= edge.end)) continue;
    must = now;
    points.push({ at: next === undefined || edge.end >= to ? to : edge.end, must });
  }
  if (points.length > 0) return points;
  const later = and(givenWhen(edges, reach, anyOf, LATER, formulas), when);
  return later === NEVER ? [] : [{ at: LATER, must: later }];
}

/** The first of the points at which something is missing, with what; null: none. */
export function missingAt(
  points: readonly NeedPoint[],
  edges: readonly Edge[],
  reach: ReachWhen,
  anyOf: bigint,
  formulas: Formulas,
): NeedPoint | null {
  for (const { at, must } of points) {
    const has = givenWhen(edges, reach, anyOf, at, formulas);
    if (!formulas.covers(has, must)) return { at, must: formulas.and(must, formulas.not(has)) };
  }
  return null;
}
