import type { CallGraph } from '../calls/graph.ts';
import type { Labels } from './labels.ts';
import { search } from './search.ts';

/** Part -> its functions among some nodes, and those that the others call, through functions without a part too. */
export function callsOf(
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
