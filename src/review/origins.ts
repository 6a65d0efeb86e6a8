import { isStandIn } from '../calls/functions.ts';
import type { CallGraph } from '../calls/graph.ts';
import type { CallNeighbours } from '../suggest/call-neighbours.ts';
import { displayText } from '../text/source-text.ts';
import { type Holders, roleOf } from './holders.ts';

/** How far and how wide the beginnings of ways are looked for, and how many are named. */
const MOST_HOPS = 6;
const MOST_VISITED = 200;
const MOST_NAMED = 3;

/**
 * Where the code comes from that calls a function, the nearest first: what a member or a parameter holds, and what nobody
 * calls, as `main` or a command. Tests and stubs say least of a program, and are named only where there is nothing else.
 */
export function originFinder(
  graph: CallGraph,
  { callers }: Pick<CallNeighbours, 'callers'>,
  held: Holders,
): (node: number) => readonly string[] {
  const { nodes, files } = graph;
  const isTest = (node: number): boolean => isStandIn(files[nodes.file(node)] ?? '');
  const originAt = (node: number): string | null => {
    const [holder] = held.get(node) ?? [];
    const name = displayText(nodes.name(node));
    if (holder !== undefined) return `${name}, ${roleOf(graph, holder.node)}`;
    return callers(node).length === 0 ? name : null;
  };
  return (start) => {
    const [program, tests]: [string[], string[]] = [[], []];
    const seen = new Set([start]);
    let layer = [start];
    for (let hop = 0; hop <= MOST_HOPS && layer.length > 0 && program.length < MOST_NAMED; hop++) {
      const further: number[] = [];
      for (const node of layer) {
        const origin = originAt(node);
        if (origin !== null && (hop > 0 || origin !== displayText(nodes.name(node))))
          (isTest(node) ? tests : program).push(origin);
        if (origin !== null) continue;
        for (const { node: caller } of callers(node)) {
          if (seen.has(caller) || seen.size > MOST_VISITED) continue;
          seen.add(caller);
          further.push(caller);
        }
      }
      layer = further;
    }
    return (program.length > 0 ? program : tests).slice(0, MOST_NAMED);
  };
}
