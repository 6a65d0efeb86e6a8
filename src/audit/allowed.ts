import type { CallGraph } from '../calls/graph.ts';
import type { Allowed } from '../manifest/audit/audit-rules.ts';
import { matchNames } from '../text/name-patterns.ts';
import type { CrossingInput, Crossings } from './find-crossings.ts';

export type Filtered = Crossings & {
  /** How many calls were allowed. */
  readonly allowed: number;
  /** The entries that matched none. */
  readonly unmatched: readonly Allowed[];
};

/**
 * The crossings but those that are allowed. Where the nearest way to a call is allowed, a farther one that does not lead
 * through what the entry names is told in its place. `find` looks for crossings.
 */
export function withoutAllowed(
  input: CrossingInput,
  allow: readonly Allowed[],
  find: (input: CrossingInput) => Crossings,
): Filtered {
  const all = find(input);
  if (allow.length === 0) return { ...all, allowed: 0, unmatched: [] };
  const from = nodesByEntry(input.graph, allow, ({ from: spelt }) => spelt);
  const to = nodesByEntry(input.graph, allow, ({ to: spelt }) => spelt);
  const matched = new Set<number>();
  let left = all;
  let allowed = 0;
  // Each turn closes what the entries name that the turn before matched; as many are needed as entries share a callee.
  const closed = new Map<number, Set<number>>();
  for (let turn = 0; turn <= allow.length; turn++) {
    const hits = new Map<number, number>();
    for (const { root, way } of [...left.near, ...left.far]) {
      const callee = input.graph.edges.to[way.at(-1) ?? 0] ?? 0;
      const nodes = [root, ...way.slice(0, -1).map((edge) => input.graph.edges.to[edge] ?? 0)];
      const entry = allow.findIndex((_, at) => to[at]?.has(callee) && nodes.some((node) => from[at]?.has(node)));
      if (entry >= 0) hits.set(entry, (hits.get(entry) ?? 0) + 1);
    }
    if (hits.size === 0) break;
    for (const [entry, count] of hits) {
      if (!matched.has(entry)) allowed += count;
      matched.add(entry);
      for (const callee of to[entry] ?? []) {
        const nodes = closed.get(callee) ?? new Set();
        for (const node of from[entry] ?? []) nodes.add(node);
        closed.set(callee, nodes);
      }
    }
    left = find({ ...input, closed });
  }
  return { ...left, allowed, unmatched: allow.filter((_, at) => !matched.has(at)) };
}

function nodesByEntry(
  { nodes }: CallGraph,
  allow: readonly Allowed[],
  spelt: (entry: Allowed) => string,
): readonly ReadonlySet<number>[] {
  const found = allow.map(() => new Set<number>());
  const match = matchNames(allow.map(spelt));
  for (let node = 0; node < nodes.count; node++) for (const at of match(nodes.name(node))) found[at]?.add(node);
  return found;
}
