import { coverOf } from '../cover.ts';
import type { Edge } from '../file-graph.ts';
import type { Need } from '../needs/needs.ts';
import { reachOf } from '../reach.ts';
import type { FileRewrite } from '../rewrite.ts';
import { emptyRewrite } from '../rewrite.ts';
import type { Destination, Wrapper } from '../wrappers.ts';
import { withoutWrappers } from '../wrappers.ts';
import type { Situation } from './situation.ts';

export function narrowDirect(
  situation: Situation,
  lent: ReadonlyMap<number, readonly bigint[]>,
  own: ReadonlyMap<number, bigint>,
): Map<number, FileRewrite> {
  const { graph, wrappers, needs, marked, order } = situation;
  const rewrites = new Map<number, FileRewrite>();
  const wrapperOf = new Map(wrappers.map((wrapper) => [wrapper.file, wrapper]));
  const rest = withoutWrappers(graph, wrappers);
  const unaffected = reachOf(rest, order, marked.self, 'sure');
  for (const [file, edges] of graph.edges.entries()) {
    if (wrapperOf.has(file)) continue;
    let first: ReadonlyMap<number, number> | null = null;
    for (const edge of edges) {
      const wrapper = edge.targets.length === 1 ? wrapperOf.get(edge.targets[0] ?? -1) : undefined;
      const line = graph.facts[file]?.includes[edge.line];
      if (!wrapper || edge.isGuess || !line?.isPlain || situation.standing(file, wrapper) !== null) continue;
      // Whether a file reads less by it depends on the configuration.
      const rewriting = wrapper.moved.rewriteOf(graph.paths[file] ?? '');
      if (rewriting === 'narrower' && !edge.isSure) continue;
      const wanted = wantedOf(
        needs[file] ?? [],
        lent.get(file) ?? [],
        wrapper,
        (unaffected[file] ?? 0n) | (own.get(file) ?? 0n),
      );
      const chosen = destinationsFor(wrapper, wanted, rewriting);
      if (chosen === null) continue;
      first ??= firstIncludes(edges);
      const included = first;
      const rewrite = rewrites.get(file) ?? emptyRewrite();
      rewrite.replaced.set(
        edge.line,
        chosen.filter((one) => (included.get(one.file) ?? edge.at) >= edge.at),
      );
      rewrites.set(file, rewrite);
    }
  }
  return rewrites;
}

/** What a direct user asks of the wrapper; what is only brought along and comes from elsewhere as well is not asked for. */
function wantedOf(
  needs: readonly Need[],
  lent: readonly bigint[],
  { marks, destinations }: Wrapper,
  unaffected: bigint,
) {
  const parts = destinations.reduce((bits, { isPart, mark }) => (isPart ? bits | mark : bits), 0n);
  return [...needs.map(({ anyOf }) => anyOf), ...lent].filter(
    (anyOf) => (anyOf & marks) !== 0n && ((anyOf & parts) !== 0n || (anyOf & unaffected) === 0n),
  );
}

/** What to include instead of a wrapper; null: the wrapper stays, as nothing less will do. */
function destinationsFor(
  { moved, destinations, marks }: Wrapper,
  wanted: readonly bigint[],
  rewriting: 'narrower' | 'all',
): readonly Destination[] | null {
  const chosen = coverOf(destinations, wanted);
  if (chosen.length === 0) {
    const shared = destinations.filter(({ path }) => path === moved.shared);
    return shared.length > 0 ? shared : null;
  }
  const reads = chosen.reduce((bits, { covers }) => bits | covers, 0n);
  return rewriting === 'narrower' && (reads & marks) === marks ? null : chosen;
}

/** By file that is surely included, the first place of an include that means it alone. */
function firstIncludes(edges: readonly Edge[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (const { at, isSure, targets } of edges) {
    const [target] = targets;
    if (!isSure || target === undefined || targets.length > 1) continue;
    first.set(target, Math.min(at, first.get(target) ?? at));
  }
  return first;
}
