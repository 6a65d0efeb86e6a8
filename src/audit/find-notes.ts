import type { Code } from '../diagnostics/codes.ts';
import type { Audited } from './audit-tree.ts';
import { nodesByPart } from './labels.ts';
import { search } from './search.ts';

/** A function that could be of another part. */
export type PartNote = {
  readonly code: Extract<Code, 'could-be-narrower' | 'could-be-wider'>;
  readonly node: number;
  readonly part: string;
  readonly other: string;
};

/**
 * Functions whose part asks more than they need. `could-be-narrower`: nothing that it calls keeps it from a part that may
 * call less, and so be called by more. `could-be-wider`: nobody of its own part reaches it, and all who do are of parts
 * that may call more.
 */
export function findNotes(audited: Audited): readonly PartNote[] {
  const { graph, labels, lattice, locks } = audited;
  const { nodes, first } = graph;
  const isNarrower = (a: string, b: string): boolean =>
    lattice.parts.every((part) => lattice.mayCall(b, part) || !lattice.mayCall(a, part)) &&
    lattice.parts.some((part) => lattice.mayCall(b, part) && !lattice.mayCall(a, part));
  const asserted = new Set(locks.flatMap((lock) => lock.neededBy));
  const ordered = lattice.parts.filter((part) =>
    lattice.parts.some((other) => isNarrower(part, other) || isNarrower(other, part)),
  );
  const isOpen = (node: number): boolean => !labels.has(node);
  const around = { graph, isOpen, isTaken: () => true, costOf: () => 0, most: Number.MAX_SAFE_INTEGER };
  const callersOf = calledBy(audited);
  const notes: PartNote[] = [];
  for (const [node, { part, origin }] of labels) {
    if (origin !== 'manifest' || nodes.kind(node) !== 'function' || nodes.file(node) < 0) continue;
    const narrower = ordered.filter((other) => other !== part && isNarrower(other, part) && !lattice.shared.has(other));
    const [lesser] = narrower;
    if (lesser !== undefined && asserted.has(part) && first[node] !== first[node + 1]) {
      const reached = search({ ...around, starts: [node] });
      const called = new Set<string>();
      for (const one of reached.order) {
        const label = one === node ? undefined : labels.get(one);
        if (label) called.add(label.part);
      }
      const fit = narrower.find((other) => [...called].every((one) => lattice.mayCall(other, one)));
      if (called.size > 0 && fit !== undefined) notes.push({ code: 'could-be-narrower', node, part, other: fit });
    }
    const callers = callersOf.get(node);
    if (callers === undefined || callers.size === 0 || callers.has(part)) continue;
    const wider = ordered.find((other) => isNarrower(part, other) && [...callers].every((one) => one === other));
    if (wider !== undefined) notes.push({ code: 'could-be-wider', node, part, other: wider });
  }
  return notes;
}

/** Function -> the parts that reach it, itself apart. */
function calledBy({ graph, labels }: Audited): ReadonlyMap<number, ReadonlySet<string>> {
  const callers = new Map<number, Set<string>>();
  for (const [part, own] of nodesByPart(labels)) {
    const reached = search({
      graph,
      starts: own,
      isOpen: (node) => !labels.has(node),
      isTaken: () => true,
      costOf: () => 0,
      most: Number.MAX_SAFE_INTEGER,
    });
    for (const node of reached.order) {
      if (labels.has(node) && (reached.by[node] ?? -1) >= 0) continue;
      for (let edge = graph.first[node] ?? 0; edge < (graph.first[node + 1] ?? 0); edge++) {
        const callee = graph.edges.to[edge] ?? 0;
        if (!labels.has(callee) || callee === node) continue;
        callers.set(callee, (callers.get(callee) ?? new Set()).add(part));
      }
    }
  }
  return callers;
}
