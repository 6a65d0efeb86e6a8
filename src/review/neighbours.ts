import type { LabelOrigin, Labels } from '../audit/labels.ts';
import { isStandIn } from '../calls/functions.ts';
import type { CallGraph } from '../calls/graph.ts';
import { type CallNeighbours, callNeighbours, type Neighbour } from '../suggest/call-neighbours.ts';
import { displayText } from '../text/source-text.ts';
import { holdersOf, roleOf } from './holders.ts';
import { originFinder } from './origins.ts';
import type { FunctionData, NeighboursData, OtherData, Site } from './review-data.ts';

/** Neighbours of a function that are listed; there may be thousands. */
const MOST_SHOWN = 40;

/** How far and how wide the nearest function of a part is looked for, and how many are named. */
const MOST_HOPS = 4;
const MOST_VISITED = 400;
const MOST_NAMED = 3;

/** Why code is of a part that no manifest lists. */
const reasons: Readonly<Record<LabelOrigin, string | null>> = {
  manifest: null,
  assertion: 'holds its assertion',
  context: 'a context of the audit file',
  section: 'its section of members',
  callback: 'handed to a function of the part',
};

export type Neighbourhoods = {
  /** By function. */
  readonly of: readonly Pick<FunctionData, 'callers' | 'callees' | 'roles'>[];
  /** Those that are no functions of the headers. */
  readonly others: readonly OtherData[];
};

/**
 * Who calls the functions of the headers, whom they call, and what holds them.
 *
 * @param nodesOf By function: its definitions in the graph.
 */
export function neighbourhoods(
  graph: CallGraph,
  labels: Labels,
  nodesOf: readonly (readonly number[])[],
): Neighbourhoods {
  const made = known.get(graph);
  const isSame = made?.nodesOf.every((own, at) => own.join() === nodesOf[at]?.join()) === true;
  if (made !== undefined && isSame && made.nodesOf.length === nodesOf.length) return made.around;
  const around = findNeighbourhoods(graph, labels, nodesOf);
  known.set(graph, { nodesOf, around });
  return around;
}

/** Who calls whom does not change with the parts that a reader gives. */
const known = new WeakMap<
  CallGraph,
  { readonly nodesOf: readonly (readonly number[])[]; readonly around: Neighbourhoods }
>();

function findNeighbourhoods(graph: CallGraph, labels: Labels, nodesOf: readonly (readonly number[])[]): Neighbourhoods {
  const { nodes, edges } = graph;
  const around = callNeighbours(graph);
  const functionOf = new Map(nodesOf.flatMap((own, at) => own.map((node) => [node, at] as const)));
  const held = holdersOf(graph);
  const numbers = new Map<number, number>();
  const others: OtherData[] = [];
  const numberOf = (node: number): number => {
    const known = functionOf.get(node) ?? numbers.get(node);
    if (known !== undefined) return known;
    const number = nodesOf.length + others.length;
    numbers.set(node, number);
    const kind = nodes.kind(node) === 'macro' ? 'macro' : 'function';
    const label = labels.get(node);
    const part = label?.part ?? null;
    const near = (next: CallNeighbours['callers']) => (part === null ? nearest(node, next, functionOf) : []);
    const file = nodes.file(node);
    others.push({
      name: displayText(nodes.name(node)),
      kind,
      part,
      because: label === undefined ? null : reasons[label.origin],
      defined: file < 0 ? null : [file, nodes.line(node)],
      from: near(around.callers),
      to: near(around.callees),
      origins: [],
    });
    return number;
  };
  const originsOf = originFinder(graph, around, held);
  const isTest = (node: number): boolean => isStandIn(graph.files[nodes.file(node)] ?? '');
  const siteOf = (edge: number): Site => [edges.file[edge] ?? 0, edges.line[edge] ?? 0];
  /** Of a caller without part. */
  const tellOrigins = (number: number, node: number): void => {
    const at = number - nodesOf.length;
    const other = others[at];
    if (other !== undefined && other.part === null && other.origins.length === 0)
      others[at] = { ...other, origins: originsOf(node) };
  };
  /** A call of a name that several files define is one call, of whichever of them. */
  const isFirstOfItsCall = (side: 'callers' | 'callees'): ((one: readonly [number, number]) => boolean) => {
    const seen = new Set<string>();
    return ([key, edge]) => {
      if (side === 'callers' || key < nodesOf.length) return true;
      const call = `${nodes.name((key - nodesOf.length) % nodes.count)} ${siteOf(edge).join(':')}`;
      return !seen.has(call) && Boolean(seen.add(call));
    };
  };
  const listed = (own: readonly number[], side: 'callers' | 'callees'): NeighboursData => {
    const next = around[side];
    const found = new Map<number, number>();
    for (const node of own)
      for (const one of next(node)) {
        // Tests and stubs last: they say least of the program.
        const key = functionOf.get(one.node) ?? nodesOf.length + one.node + (isTest(one.node) ? nodes.count : 0);
        if (!found.has(key) && !own.includes(one.node)) found.set(key, one.edge);
      }
    // Those of the headers first: they have parts, or will.
    const order = [...found].sort(([a], [b]) => a - b).filter(isFirstOfItsCall(side));
    const shown = order.slice(0, MOST_SHOWN).map(([key, edge]) => {
      const number = key < nodesOf.length ? key : numberOf((key - nodesOf.length) % nodes.count);
      if (side === 'callers') tellOrigins(number, (key - nodesOf.length) % nodes.count);
      return [number, ...siteOf(edge)] as const;
    });
    return { all: order.length, shown };
  };
  const all = nodesOf.map((own) => {
    const roles = own.flatMap((node) => held.get(node) ?? []).slice(0, MOST_SHOWN);
    return {
      callers: listed(own, 'callers'),
      callees: listed(own, 'callees'),
      roles: roles.map(({ node, edge }) => [roleOf(graph, node), ...siteOf(edge)] as const),
    };
  });
  return { of: all, others };
}

/** The nearest functions of the headers on the ways from a node. */
function nearest(
  start: number,
  next: (node: number) => readonly Neighbour[],
  functionOf: ReadonlyMap<number, number>,
): readonly number[] {
  const found = new Set<number>();
  const seen = new Set([start]);
  let layer = [start];
  for (let hop = 0; hop < MOST_HOPS && layer.length > 0 && found.size < MOST_NAMED; hop++) {
    const further: number[] = [];
    for (const node of layer) {
      for (const { node: other } of next(node)) {
        if (seen.has(other) || seen.size > MOST_VISITED) continue;
        seen.add(other);
        const number = functionOf.get(other);
        if (number === undefined) further.push(other);
        else if (found.size < MOST_NAMED) found.add(number);
      }
    }
    layer = further;
  }
  return [...found];
}
