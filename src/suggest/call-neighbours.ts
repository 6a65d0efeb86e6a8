import { type CallGraph, edgeKind } from '../calls/graph.ts';

/** Who calls a function and whom it calls, as far as calls go straight: members and parameters are not followed. */
export type CallNeighbours = {
  readonly callees: (node: number) => readonly Neighbour[];
  readonly callers: (node: number) => readonly Neighbour[];
};

export type Neighbour = { readonly node: number; readonly edge: number };

/** A graph never changes, and several ask for the same one. */
const known = new WeakMap<CallGraph, CallNeighbours>();

export function callNeighbours(graph: CallGraph): CallNeighbours {
  const made = known.get(graph) ?? readNeighbours(graph);
  known.set(graph, made);
  return made;
}

/** As numbers in arrays: a large tree has millions of calls, of which a few are asked for. */
function readNeighbours({ nodes, edges, first }: CallGraph): CallNeighbours {
  const isStraight = (node: number): boolean => nodes.kind(node) === 'function' || nodes.kind(node) === 'macro';
  const straight = Uint8Array.from({ length: nodes.count }, (_, node) => (isStraight(node) ? 1 : 0));
  const isCall = (edge: number): boolean =>
    edges.kind[edge] === edgeKind.call && straight[edges.from[edge] ?? 0] === 1 && straight[edges.to[edge] ?? 0] === 1;
  /** By node, how many lead to it, and then where in `into` they begin. */
  const counts = new Int32Array(nodes.count);
  for (let edge = 0; edge < edges.count; edge++) {
    const to = edges.to[edge] ?? 0;
    if (isCall(edge)) counts[to] = (counts[to] ?? 0) + 1;
  }
  const start = new Int32Array(nodes.count + 1);
  for (let node = 0; node < nodes.count; node++) start[node + 1] = (start[node] ?? 0) + (counts[node] ?? 0);
  const into = new Int32Array(start[nodes.count] ?? 0);
  const next = start.slice();
  for (let edge = 0; edge < edges.count; edge++) {
    if (!isCall(edge)) continue;
    const to = edges.to[edge] ?? 0;
    const at = next[to] ?? 0;
    into[at] = edge;
    next[to] = at + 1;
  }
  return {
    callees: (node) => {
      const found: Neighbour[] = [];
      for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++)
        if (isCall(edge)) found.push({ node: edges.to[edge] ?? 0, edge });
      return found;
    },
    callers: (node) => {
      const found: Neighbour[] = [];
      for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at++) {
        const edge = into[at] ?? 0;
        found.push({ node: edges.from[edge] ?? 0, edge });
      }
      return found;
    },
  };
}

/** A function with a part that is reached, the first edge of the way there, and how many functions stand between. */
export type Reach = { readonly node: number; readonly edge: number; readonly hops: number };

/**
 * The nearest functions with a part on the ways from some nodes, each once, through at most so many without part;
 * macros do not count.
 */
export function nearestWithPart(
  starts: readonly number[],
  next: (node: number) => readonly Neighbour[],
  hasPart: (node: number) => boolean,
  isMacro: (node: number) => boolean,
  most: number,
): readonly Reach[] {
  const found = new Map<number, Reach>();
  const seen = new Set(starts);
  let layer = starts.map((node) => ({ node, edge: -1 }));
  for (let hops = 0; hops <= most && layer.length > 0; hops++) {
    const further: { node: number; edge: number }[] = [];
    // The layer grows while it is read: what a macro calls is as near as the macro.
    for (const { node, edge } of layer) {
      for (const neighbour of next(node)) {
        if (seen.has(neighbour.node)) continue;
        seen.add(neighbour.node);
        const first = edge < 0 ? neighbour.edge : edge;
        if (hasPart(neighbour.node)) found.set(neighbour.node, { node: neighbour.node, edge: first, hops });
        else if (isMacro(neighbour.node)) layer.push({ node: neighbour.node, edge: first });
        else further.push({ node: neighbour.node, edge: first });
      }
    }
    layer = further;
  }
  return [...found.values()];
}
