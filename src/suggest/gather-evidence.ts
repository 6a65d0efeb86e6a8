import type { Lattice } from '../audit/lattice.ts';
import type { CallGraph } from '../calls/graph.ts';
import { displayText } from '../text/source-text.ts';
import { type CallNeighbours, type Neighbour, nearestWithPart, type Reach } from './call-neighbours.ts';
import { defaultPatterns, type EvidencePattern } from './default-patterns.ts';
import type { Evidence, WeighableEvidence } from './evidence.ts';
import { baseOf } from './siblings.ts';

/** A function that has a part, or should get one. */
export type Candidate = {
  readonly name: string;
  /** As the header has it (latin1); empty where it has none. */
  readonly declaration: string;
  readonly nodes: readonly number[];
};

export type Surroundings = {
  readonly graph: CallGraph;
  readonly neighbours: CallNeighbours;
  readonly lattice: Lattice;
  /** The parts that have an assertion. */
  readonly asserting: ReadonlySet<string>;
  /** What to look for; left out: the usual. */
  readonly patterns?: readonly EvidencePattern[];
};

/** What is known of other functions: node -> part, and base of the name -> the functions with that base. */
export type Known = {
  readonly parts: ReadonlyMap<number, string>;
  readonly siblings: ReadonlyMap<string, readonly { readonly name: string; readonly part: string }[]>;
};

/** All that is seen of a function and speaks for a part, each kind once. */
export function gatherEvidence(candidate: Candidate, known: Known, around: Surroundings): readonly WeighableEvidence[] {
  return evidenceToWeigh(candidate, known, around).filter(isSeen);
}

export function isSeen({ isMissing }: WeighableEvidence): boolean {
  return isMissing !== true;
}

/** The same, and what is missing, which speaks too. */
export function evidenceToWeigh(
  candidate: Candidate,
  known: Known,
  around: Surroundings,
): readonly WeighableEvidence[] {
  const found = new Map<string, WeighableEvidence>();
  const more = new Map<string, Pick<Evidence, 'words' | 'site'>[]>();
  const add = (one: WeighableEvidence): void => {
    if (!found.has(one.key)) found.set(one.key, one);
    else if (more.has(one.key)) more.get(one.key)?.push(one);
    else more.set(one.key, [one]);
  };
  for (const one of fromCalls(candidate, known, around)) add(one);
  for (const { name, part } of known.siblings.get(baseOf(candidate.name)) ?? []) {
    if (name === candidate.name) continue;
    const words = `its sibling ${displayText(name)} is ${part}`;
    add({ key: `sibling ${part}`, words, site: null, expected: (other) => (other === part ? 0.6 : 0.1) });
  }
  for (const pattern of around.patterns ?? defaultPatterns) {
    const seen = meets(candidate, pattern, around);
    const expected = (part: string): number => expectedOf(pattern, part, around);
    if (seen === null) {
      add({ key: pattern.name, words: `lacks: ${pattern.name}`, site: null, expected, isMissing: true });
      continue;
    }
    add({ key: pattern.name, words: seen.words, site: seen.site, expected });
  }
  return [...found.values()].map((one) => {
    const also = more.get(one.key);
    return also === undefined ? one : { ...one, also };
  });
}

/** Functions without part that a way to one with a part may go through, to be evidence. */
const MOST_HOPS = 3;

/** The functions with a part that a function calls or is called by, directly or through so many without part. */
export function reachedFrom(
  { nodes }: Candidate,
  { parts }: Known,
  { graph, neighbours }: Surroundings,
  most: number,
): { readonly callees: readonly Reach[]; readonly callers: readonly Reach[] } {
  const hasPart = (node: number): boolean => parts.has(node);
  const isMacro = (node: number): boolean => graph.nodes.kind(node) === 'macro';
  const along = (next: (node: number) => readonly Neighbour[]): readonly Reach[] =>
    nearestWithPart(nodes, next, hasPart, isMacro, most);
  return { callees: along(neighbours.callees), callers: along(neighbours.callers) };
}

export function siteOf({ edges, files }: CallGraph, edge: number): Evidence['site'] {
  return { file: files[edges.file[edge] ?? 0] ?? '', line: edges.line[edge] ?? 0 };
}

function fromCalls(candidate: Candidate, known: Known, around: Surroundings): readonly WeighableEvidence[] {
  const { graph, lattice } = around;
  const { callees, callers } = reachedFrom(candidate, known, around, MOST_HOPS);
  const nearFirst = (list: readonly Reach[]): readonly Reach[] => list.toSorted((a, b) => a.hops - b.hops);
  const evidence = (reach: Reach, isCallee: boolean): WeighableEvidence => {
    const part = known.parts.get(reach.node) ?? '';
    const verb = isCallee ? (reach.hops === 0 ? 'calls' : 'reaches') : reach.hops === 0 ? 'called by' : 'reached from';
    const isAllowed = (other: string): boolean =>
      isCallee ? lattice.mayCall(other, part) : lattice.mayCall(part, other);
    return {
      key: `${verb} ${part}`,
      words: `${verb} ${displayText(graph.nodes.name(reach.node))} (${part})`,
      site: siteOf(graph, reach.edge),
      expected: (other) => (other === part ? (reach.hops === 0 ? 0.5 : 0.4) : isAllowed(other) ? 0.22 : 0.03),
    };
  };
  return [
    ...nearFirst(callees).map((reach) => evidence(reach, true)),
    ...nearFirst(callers).map((reach) => evidence(reach, false)),
  ];
}

/** Null: the pattern is not met. */
function meets(
  candidate: Candidate,
  { name, looks }: EvidencePattern,
  { graph, neighbours }: Surroundings,
): Pick<Evidence, 'words' | 'site'> | null {
  for (const { where, pattern, words = `${name}:` } of looks) {
    if (where === 'name' || where === 'declaration') {
      if (pattern.test(candidate[where])) return { words: name, site: null };
      continue;
    }
    const next = where === 'callee' ? neighbours.callees : neighbours.callers;
    const met = candidate.nodes.flatMap(next).find(({ node }) => pattern.test(graph.nodes.name(node)));
    if (met) return { words: `${words} ${displayText(graph.nodes.name(met.node))}`, site: siteOf(graph, met.edge) };
  }
  return null;
}

/** Where no part asserts, patterns say nothing until a project's own entries do. */
function expectedOf({ asserting, others }: EvidencePattern, part: string, around: Surroundings): number {
  if (around.asserting.size === 0) return (asserting + others) / 2;
  return around.asserting.has(part) ? asserting : others;
}
