import { type CallGraph, edgeKind } from '../calls/graph.ts';
import type { Audited } from './audit-tree.ts';
import { type Labels, nodesByPart } from './labels.ts';
import { fanOutCosts, search, wayTo } from './search.ts';

/** A neighbour of a node, by the first edge that joins them. */
export type Neighbour = { readonly node: number; readonly edge: number };

/** What `--why` says of a function: numbers are nodes and edges. */
export type Explanation = {
  readonly node: number;
  /** Part ('' for none) -> who calls it directly, and whom it calls. */
  readonly callers: ReadonlyMap<string, readonly Neighbour[]>;
  readonly callees: ReadonlyMap<string, readonly Neighbour[]>;
  /** Part -> the nearest way to it from where code runs in that part. */
  readonly ways: ReadonlyMap<string, { readonly root: number; readonly way: readonly number[]; readonly cost: number }>;
  /** The members and parameters that hold it. */
  readonly roles: readonly Neighbour[];
};

/** Who reaches the functions of a name, and whom they call; nothing where the graph has none of that name. */
export function explain(audited: Audited, name: string): readonly Explanation[] {
  const { graph } = audited;
  return graph.nodes.named(name).map((node) => explainNode(audited, node));
}

function explainNode({ graph, labels, held }: Audited, node: number): Explanation {
  const { edges, first } = graph;
  const [callers, roles]: [Neighbour[], Neighbour[]] = [[], []];
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.to[edge] !== node) continue;
    const neighbour = { node: edges.from[edge] ?? 0, edge };
    (edges.kind[edge] === edgeKind.holds ? roles : callers).push(neighbour);
  }
  const callees: Neighbour[] = [];
  for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++)
    callees.push({ node: edges.to[edge] ?? 0, edge });
  const fanOut = fanOutCosts(graph);
  const ways = new Map<string, { root: number; way: readonly number[]; cost: number }>();
  for (const [part, starts] of nodesByPart(labels)) {
    const reached = search({
      graph,
      starts: starts.filter((start) => start !== node),
      isOpen: (one) => !labels.has(one),
      isTaken: (edge) => (held[edge] ?? 0) === 0,
      costOf: (one) => fanOut[one] ?? 0,
      most: Number.MAX_SAFE_INTEGER,
    });
    const way = wayTo(reached, graph, node);
    const [begin] = way;
    if (begin !== undefined) ways.set(part, { root: edges.from[begin] ?? 0, way, cost: reached.cost[node] ?? 0 });
  }
  return { node, callers: byPart(callers, labels), callees: byPart(callees, labels), ways, roles: unique(roles) };
}

function byPart(neighbours: readonly Neighbour[], labels: Labels): ReadonlyMap<string, readonly Neighbour[]> {
  const parts = new Map<string, Neighbour[]>();
  for (const neighbour of unique(neighbours)) {
    const part = labels.get(neighbour.node)?.part ?? '';
    const list = parts.get(part);
    if (list === undefined) parts.set(part, [neighbour]);
    else list.push(neighbour);
  }
  return parts;
}

function unique(neighbours: readonly Neighbour[]): readonly Neighbour[] {
  return [...new Map(neighbours.toReversed().map((one) => [one.node, one])).values()].reverse();
}

/** The functions that a misspelt name may mean are those of the graph. */
export function functionNames({ nodes }: CallGraph): readonly string[] {
  const names = new Set<string>();
  for (let node = 0; node < nodes.count; node++) if (nodes.file(node) >= 0) names.add(nodes.name(node));
  return [...names];
}
