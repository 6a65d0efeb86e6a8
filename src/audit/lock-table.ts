import type { CallGraph } from '../calls/graph.ts';
import { guardsOf } from './guarded-edges.ts';
import type { Labels } from './labels.ts';
import { search } from './search.ts';
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
  const rule = { acquire: [lock.acquire], release: [lock.release], holds: [], neededBy: [] };
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
    takers.push({ node, acquires, calls: callsWithin({ graph, labels }, around), releases });
  }
  return takers;
}

function callsWithin(
  { graph, labels }: { readonly graph: CallGraph; readonly labels: Labels },
  starts: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const calls = new Map<string, number[]>();
  const add = (node: number): void => {
    const label = labels.get(node);
    if (label === undefined || graph.nodes.kind(node) !== 'function') return;
    const list = calls.get(label.part);
    if (list === undefined) calls.set(label.part, [node]);
    else if (!list.includes(node)) list.push(node);
  };
  const direct = starts.filter((node) => labels.has(node));
  for (const node of direct) add(node);
  const { nodes, edges } = graph;
  const reached = search({
    graph,
    starts: starts.filter((node) => !labels.has(node)),
    isOpen: (node) => !labels.has(node),
    isTaken: (edge) => nodes.kind(edges.to[edge] ?? 0) === 'function' || nodes.kind(edges.to[edge] ?? 0) === 'macro',
    costOf: () => 0,
    most: Number.MAX_SAFE_INTEGER,
  });
  for (const node of reached.order) add(node);
  return calls;
}
