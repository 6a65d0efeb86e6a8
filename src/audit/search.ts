import { type CallGraph, edgeKind } from '../calls/graph.ts';

/** The nearest ways from some nodes to all that they reach. */
export type Reached = {
  /** -1: not reached. */
  readonly cost: Int32Array;
  /** The edge by which a node is reached first; -1 for where ways begin. */
  readonly by: Int32Array;
  /** Nodes in the order in which they were reached. */
  readonly order: readonly number[];
};

export type SearchInput = {
  readonly graph: CallGraph;
  readonly starts: readonly number[];
  /** Whether a way goes on through a node. */
  readonly isOpen: (node: number) => boolean;
  readonly isTaken: (edge: number) => boolean;
  /** What a node costs besides the edge to it. */
  readonly costOf: (node: number) => number;
  /** What an edge costs besides 1. */
  readonly extraOf?: (edge: number) => number;
  /** Ways that cost more are not looked for. */
  readonly most: number;
};

/** Macros in one another beyond this are not followed. */
const DEEPEST_MACRO = 4;

/** Dijkstra's search from many nodes at once, in buckets, as costs are small whole numbers. */
export function search({ graph, starts, isOpen, isTaken, costOf, extraOf = () => 0, most }: SearchInput): Reached {
  const { nodes, first, edges } = graph;
  const cost = new Int32Array(nodes.count).fill(-1);
  const by = new Int32Array(nodes.count).fill(-1);
  const macros = new Uint8Array(nodes.count);
  const done = new Uint8Array(nodes.count);
  const order: number[] = [];
  const buckets: number[][] = [];
  const put = (node: number, at: number): void => {
    cost[node] = at;
    const bucket = buckets[at];
    if (bucket === undefined) buckets[at] = [node];
    else bucket.push(node);
  };
  for (const node of starts) put(node, costOf(node));
  for (let at = 0; at < buckets.length && at <= most; at++) {
    // The bucket grows while it is read: an edge may cost nothing more.
    for (const node of buckets[at] ?? []) {
      if (done[node] === 1 || cost[node] !== at) continue;
      done[node] = 1;
      order.push(node);
      const isStart = by[node] === -1;
      if (!isStart && !isOpen(node)) continue;
      for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++) {
        if (!isTaken(edge)) continue;
        const to = edges.to[edge] ?? 0;
        const isMacro = nodes.kind(to) === 'macro';
        const depth = isMacro ? (nodes.kind(node) === 'macro' ? (macros[node] ?? 0) : 0) + 1 : 0;
        if (depth > DEEPEST_MACRO) continue;
        const next = at + 1 + costOf(to) + extraOf(edge);
        const known = cost[to] ?? -1;
        if (known >= 0 && known <= next) continue;
        by[to] = edge;
        macros[to] = depth;
        put(to, next);
      }
    }
  }
  return { cost, by, order };
}

/** The edges from where a way begins to a node. */
export function wayTo({ by }: Reached, { edges }: CallGraph, node: number): readonly number[] {
  const way: number[] = [];
  for (let edge = by[node] ?? -1; edge >= 0; edge = by[edges.from[edge] ?? 0] ?? -1) way.push(edge);
  return way.reverse();
}

/** What members and parameters cost besides the edge: the more they hold, the less a way through them says. */
export function fanOutCosts(graph: CallGraph): Int32Array {
  const made = known.get(graph) ?? readFanOut(graph);
  known.set(graph, made);
  return made;
}

/** Members and parameters are the same in both graphs. */
export function shareFanOutCosts(from: CallGraph, to: CallGraph): void {
  known.set(to, fanOutCosts(from));
}

/** A graph never changes, and many searches go through the same one. */
const known = new WeakMap<CallGraph, Int32Array>();

function readFanOut({ nodes, first, edges }: CallGraph): Int32Array {
  const costs = new Int32Array(nodes.count);
  for (let node = 0; node < nodes.count; node++) {
    const kind = nodes.kind(node);
    if (kind !== 'member' && kind !== 'parameter') continue;
    const held = new Set<number>();
    for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++) {
      if (edges.kind[edge] === edgeKind.holds) held.add(edges.to[edge] ?? 0);
    }
    costs[node] = 2 + Math.ceil(Math.log2(1 + held.size));
  }
  return costs;
}
