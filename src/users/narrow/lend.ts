import type { FileGraph } from '../file-graph.ts';
import type { ReachWhen } from '../given.ts';
import { missingAt } from '../needs/need-points.ts';
import type { Reach } from '../reach.ts';
import type { FileRewrite } from '../rewrite.ts';
import { edgesAfter } from '../rewrite.ts';
import type { Situation } from './situation.ts';

/**
 * Where a file that may get no line lost something, the nearest header on its way there that changes has to keep it, and
 * the next one too where that was not enough. Returns whether there was one.
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
      const mayLend = (header: number): boolean =>
        (rewrites.get(header)?.replaced.size ?? 0) > 0 && lent.get(header)?.includes(anyOf) !== true;
      for (const lender of lendersOf(graph, file, marked.any, anyOf, missing.at, mayLend)) {
        lent.set(lender, [...(lent.get(lender) ?? []), anyOf]);
        isLent = true;
      }
    }
  }
  return isLent;
}

/** The files on the ways from a file to what it read that may lend it, the nearest on each way. */
function lendersOf(
  { edges }: FileGraph,
  from: number,
  reach: Reach,
  anyOf: bigint,
  limit: number,
  mayLend: (header: number) => boolean,
): readonly number[] {
  const seen = new Set<number>([from]);
  const lenders: number[] = [];
  for (const file of seen) {
    for (const { at, targets } of edges[file] ?? []) {
      if (file === from && at >= limit) break;
      for (const target of targets) {
        if (seen.has(target) || ((reach[target] ?? 0n) & anyOf) === 0n) continue;
        if (mayLend(target)) lenders.push(target);
        else seen.add(target);
      }
    }
  }
  return lenders;
}
