import type { FileGraph } from '../file-graph.ts';
import type { ReachWhen } from '../given.ts';
import { missingAt } from '../needs/need-points.ts';
import type { Reach } from '../reach.ts';
import type { FileRewrite } from '../rewrite.ts';
import { edgesAfter } from '../rewrite.ts';
import type { Situation } from './situation.ts';

/**
 * Where a file that may not change lost something, the nearest header on its way there that changes has to keep it.
 * Returns whether there was one.
 */
export function lendOnce(
  situation: Situation,
  rewrites: ReadonlyMap<number, FileRewrite>,
  after: ReachWhen,
  lent: Map<number, bigint[]>,
): boolean {
  const { graph, needs, marked } = situation;
  let isLent = false;
  for (const [file, own] of needs.entries()) {
    const edges = edgesAfter(graph, file, rewrites.get(file));
    for (const need of own) {
      const { anyOf, points } = need;
      const missing = missingAt(points, edges, after, anyOf, graph.branchFormulas.formulas);
      if (missing === null) continue;
      for (const lender of lendersOf(graph, file, marked.any, anyOf, missing.at, rewrites)) {
        const known = lent.get(lender) ?? [];
        if (known.includes(anyOf)) continue;
        lent.set(lender, [...known, anyOf]);
        isLent = true;
      }
    }
  }
  return isLent;
}

/** The changed direct users on the ways from a file to what it read, the nearest on each way. */
function lendersOf(
  { edges }: FileGraph,
  from: number,
  reach: Reach,
  anyOf: bigint,
  limit: number,
  rewrites: ReadonlyMap<number, FileRewrite>,
): readonly number[] {
  const seen = new Set<number>([from]);
  const lenders: number[] = [];
  for (const file of seen) {
    for (const { at, targets } of edges[file] ?? []) {
      if (file === from && at >= limit) break;
      for (const target of targets) {
        if (seen.has(target) || ((reach[target] ?? 0n) & anyOf) === 0n) continue;
        if ((rewrites.get(target)?.replaced.size ?? 0) > 0) lenders.push(target);
        else seen.add(target);
      }
    }
  }
  return lenders;
}
