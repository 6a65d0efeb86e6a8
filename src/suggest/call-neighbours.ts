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

function readNeighbours({ nodes, edges }: CallGraph): CallNeighbours {
  const out = new Map<number, Neighbour[]>();
  const into = new Map<number, Neighbour[]>();
  const isStraight = (node: number): boolean => nodes.kind(node) === 'function' || nodes.kind(node) === 'macro';
  for (let edge = 0; edge < edges.count; edge++) {
    const [from, to] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
    if (edges.kind[edge] !== edgeKind.call || !isStraight(from) || !isStraight(to)) continue;
    put(out, from, { node: to, edge });
    put(into, to, { node: from, edge });
  }
  return { callees: (node) => out.get(node) ?? [], callers: (node) => into.get(node) ?? [] };
}

function put(map: Map<number, Neighbour[]>, node: number, neighbour: Neighbour): void {
  const list = map.get(node);
  if (list) list.push(neighbour);
  else map.set(node, [neighbour]);
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
