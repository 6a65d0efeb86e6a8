import type { Evidence } from './evidence.ts';
import { type Candidate, type Known, reachedFrom, type Surroundings, siteOf } from './gather-evidence.ts';

/**
 * What the lattice leaves of the parts for a function that calls, or is called by, functions with a part: one part, and
 * the call that excludes all others; or none, and two calls that exclude each other. Only parts that assert are ruled
 * in or out: whether a call is forbidden that no assertion would stop is often a matter of opinion.
 */
export type Ruling =
  | { readonly kind: 'one'; readonly part: string; readonly because: Evidence }
  | { readonly kind: 'none'; readonly because: readonly Evidence[] };

/**
 * @param by `parts`: those that a function may be given; `calls`: how many calls of its own must exclude another part;
 * where one is enough, that of a caller is.
 */
export function ruleOn(
  candidate: Candidate,
  known: Known,
  around: Surroundings,
  by: { readonly parts: readonly string[]; readonly calls: number },
): Ruling | null {
  const { parts } = by;
  const { lattice, graph, asserting } = around;
  const { callees, callers } = reachedFrom(candidate, known, around, 0);
  const said = [
    ...callees.map((reach) => ({ reach, isCallee: true })),
    ...callers.map((reach) => ({ reach, isCallee: false })),
  ];
  let left = parts;
  const because: Evidence[] = [];
  const witnesses = { calls: 0, 'called by': 0 };
  for (const { reach, isCallee } of said) {
    const other = known.parts.get(reach.node) ?? '';
    const fits = (part: string): boolean => {
      if (isCallee) return !asserting.has(other) || lattice.mayCall(part, other);
      return !asserting.has(part) || lattice.mayCall(other, part);
    };
    const fitting = left.filter(fits);
    if (!parts.every(fits)) witnesses[isCallee ? 'calls' : 'called by']++;
    if (fitting.length === left.length) continue;
    left = fitting;
    const verb = isCallee ? 'calls' : 'called by';
    because.push({
      key: `${verb} ${other}`,
      words: `${verb} ${graph.nodes.name(reach.node)} (${other})`,
      site: siteOf(graph, reach.edge),
    });
    if (left.length === 0) return { kind: 'none', because };
  }
  const [part] = left;
  const last = because.at(-1);
  // A caller does not tell a part from the shared one, which every part may call.
  const isTold = by.calls === 1 && witnesses['called by'] > 0;
  if (witnesses.calls < by.calls && !isTold) return null;
  return left.length === 1 && part !== undefined && last ? { kind: 'one', part, because: last } : null;
}
