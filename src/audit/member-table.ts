import { type CallGraph, edgeKind } from '../calls/graph.ts';
import type { Labels } from './labels.ts';
import { callsOf } from './part-calls.ts';

/** A member of a struct of function pointers. */
export type MemberRow = {
  readonly node: number;
  /** The parts of the functions that call it; '' for those without one. */
  readonly callers: ReadonlyMap<string, number>;
  /** What is assigned to it. */
  readonly held: readonly number[];
  /** Part -> the functions that what it holds calls, through functions without a part too. */
  readonly calls: ReadonlyMap<string, readonly number[]>;
};

/** The members of a struct that are called or that hold a function, by name. */
export function memberTable(
  { graph, labels }: { readonly graph: CallGraph; readonly labels: Labels },
  struct: string,
): readonly MemberRow[] {
  const { nodes, edges, first } = graph;
  const members = new Map<number, Map<string, number>>();
  for (let node = 0; node < nodes.count; node++) {
    if (nodes.kind(node) === 'member' && nodes.name(node).startsWith(`${struct}.`)) members.set(node, new Map());
  }
  for (let edge = 0; edge < edges.count && members.size > 0; edge++) {
    const callers = edges.kind[edge] === edgeKind.call ? members.get(edges.to[edge] ?? 0) : undefined;
    if (callers === undefined) continue;
    const part = labels.get(edges.from[edge] ?? 0)?.part ?? '';
    callers.set(part, (callers.get(part) ?? 0) + 1);
  }
  const rows = [...members].map(([node, callers]): MemberRow => {
    const held = new Set<number>();
    for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++) held.add(edges.to[edge] ?? 0);
    return { node, callers, held: [...held], calls: callsOf({ graph, labels }, [...held]) };
  });
  return rows.toSorted((a, b) => (nodes.name(a.node) < nodes.name(b.node) ? -1 : 1));
}

/** The structs that have such members, those with most of them first. */
export function structsWithMembers({ nodes }: CallGraph): readonly string[] {
  const counts = new Map<string, number>();
  for (let node = 0; node < nodes.count; node++) {
    const name = nodes.name(node);
    const dot = name.indexOf('.');
    if (nodes.kind(node) !== 'member' || dot <= 0) continue;
    const struct = name.slice(0, dot);
    counts.set(struct, (counts.get(struct) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([struct]) => struct);
}
