import { type CallGraph, edgeKind } from '../calls/graph.ts';
import type { Neighbour } from '../suggest/call-neighbours.ts';
import { displayText } from '../text/source-text.ts';

/** What holds a function: members that it is assigned to, parameters that it is handed over as. */
export type Holders = ReadonlyMap<number, readonly Neighbour[]>;

export function holdersOf({ edges }: CallGraph): Holders {
  const held = new Map<number, Neighbour[]>();
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.kind[edge] !== edgeKind.holds) continue;
    const to = edges.to[edge] ?? 0;
    const list = held.get(to);
    const one = { node: edges.from[edge] ?? 0, edge };
    if (list) list.push(one);
    else held.set(to, [one]);
  }
  return held;
}

/** `is BlockDriver.bdrv_open`, `handed to aio_bh_new as argument 2`. */
export function roleOf({ nodes }: CallGraph, node: number): string {
  const name = displayText(nodes.name(node));
  return nodes.kind(node) === 'parameter'
    ? `handed to ${displayText(nodes.name(nodes.owner(node)))} as argument ${nodes.index(node) + 1}`
    : `is ${name}`;
}
