import { type CallGraph, edgeKind } from '../calls/graph.ts';

/** A function as some calls know it: those of its own calls that begin at these bytes are not made then. */
export type Variant = {
  readonly node: number;
  /** The calls that know it so. */
  readonly entries: Set<number>;
  readonly off: ReadonlySet<number>;
};

/** A graph in which each variant is a node of its own, behind all others; its calls stand behind all other edges. */
export type SplitGraph<V extends Variant> = {
  readonly graph: CallGraph;
  readonly variantOf: (node: number) => V | null;
  /** What a node and an edge are in the graph that was split. */
  readonly nodeBefore: (node: number) => number;
  readonly edgeBefore: (edge: number) => number;
};

/** The entries of a variant are edges of `graph`, or of the graph as it was split for the variants before. */
export function splitNodes<V extends Variant>(graph: CallGraph, variants: readonly V[]): SplitGraph<V> {
  if (variants.length === 0) {
    const same = (number: number): number => number;
    return { graph, variantOf: () => null, nodeBefore: same, edgeBefore: same };
  }
  const { nodes, edges, first } = graph;
  const copied = variants.map(({ node, off }) => {
    const own: number[] = [];
    for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++) {
      const isOff = edges.kind[edge] === edgeKind.call && off.has(edges.start[edge] ?? -1);
      if (!isOff || edges.file[edge] !== nodes.file(node)) own.push(edge);
    }
    return own;
  });
  const origins = copied.flat();
  const longer = (column: Int32Array): Int32Array => {
    const made = new Int32Array(column.length + origins.length);
    made.set(column);
    for (const [at, edge] of origins.entries()) made[column.length + at] = column[edge] ?? 0;
    return made;
  };
  const [from, to] = [longer(edges.from), longer(edges.to)];
  const kind = new Uint8Array(edges.count + origins.length);
  kind.set(edges.kind);
  for (const [at, edge] of origins.entries()) kind[edges.count + at] = edges.kind[edge] ?? 0;
  const begins = new Int32Array(nodes.count + variants.length + 1);
  begins.set(first);
  let end = edges.count;
  for (const [index, own] of copied.entries()) {
    from.fill(nodes.count + index, end, end + own.length);
    end += own.length;
    begins[nodes.count + index + 1] = end;
  }
  for (const [index, { entries }] of variants.entries()) for (const edge of entries) to[edge] = nodes.count + index;
  const nodeBefore = (node: number): number => variants[node - nodes.count]?.node ?? node;
  return {
    graph: {
      ...graph,
      nodes: {
        ...nodes,
        count: nodes.count + variants.length,
        kind: (node) => nodes.kind(nodeBefore(node)),
        name: (node) => nodes.name(nodeBefore(node)),
        file: (node) => nodes.file(nodeBefore(node)),
        line: (node) => nodes.line(nodeBefore(node)),
        isStatic: (node) => nodes.isStatic(nodeBefore(node)),
        owner: (node) => nodes.owner(nodeBefore(node)),
        index: (node) => nodes.index(nodeBefore(node)),
      },
      first: begins,
      edges: {
        count: end,
        from,
        to,
        kind,
        file: longer(edges.file),
        line: longer(edges.line),
        start: longer(edges.start),
      },
    },
    variantOf: (node) => variants[node - nodes.count] ?? null,
    nodeBefore,
    edgeBefore: (edge) => (edge < edges.count ? edge : (origins[edge - edges.count] ?? 0)),
  };
}
