import type { CallGraph } from '../calls/graph.ts';
import { guardsOf } from './guarded-edges.ts';
import type { Labels } from './labels.ts';
import { callsOf } from './part-calls.ts';
import type { TreeSource } from './tree-source.ts';

/** A function that takes a lock. */
export type LockTaker = {
  readonly node: number;
  /** The edges of the calls that acquire it. */
  readonly acquires: readonly number[];
  /** Part -> the functions that are called while it is held, also through functions without a part. */
  readonly calls: ReadonlyMap<string, readonly number[]>;
  readonly releases: boolean;
};

/** Who takes a lock, and what they call while they hold it; in the order of the files. */
export function lockTable(
  { graph, labels, source }: { readonly graph: CallGraph; readonly labels: Labels; readonly source: TreeSource },
  lock: { readonly acquire: string; readonly release: string },
): readonly LockTaker[] {
  const { nodes, edges, first } = graph;
  const rule = { acquireIfZero: [], acquire: [lock.acquire], release: [lock.release], holds: [], neededBy: [] };
  const { held } = guardsOf({ graph, source, locks: [rule], asserted: [] });
  const takers: LockTaker[] = [];
  for (let node = 0; node < nodes.count; node++) {
    if (nodes.kind(node) !== 'function') continue;
    const [acquires, around]: [number[], number[]] = [[], []];
    let releases = false;
    for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++) {
      const name = nodes.name(edges.to[edge] ?? 0);
      // A function and a macro of one name are two edges of one call.
      if (name === lock.acquire && !acquires.some((one) => edges.start[one] === edges.start[edge])) acquires.push(edge);
      else if (name === lock.release) releases = true;
      else if ((held[edge] ?? 0) !== 0) around.push(edges.to[edge] ?? 0);
    }
    if (acquires.length === 0 || nodes.name(node) === lock.acquire) continue;
    takers.push({ node, acquires, calls: callsOf({ graph, labels }, around), releases });
  }
  return takers;
}
