import { isStandIn } from '../calls/functions.ts';
import { type CallGraph, edgeKind } from '../calls/graph.ts';
import type { Code } from '../diagnostics/codes.ts';
import { isOutside, type Label, type Labels } from './labels.ts';
import type { Lattice } from './lattice.ts';
import type { Lock } from './locks.ts';
import { fanOutCosts, type Reached, search, wayTo } from './search.ts';

/** A call that the lattice forbids, and the nearest way to it. */
export type Crossing = {
  readonly code: Extract<
    Code,
    'part-calls-forbidden' | 'part-reaches-forbidden' | 'context-reaches-forbidden' | 'member-caller-disagrees'
  >;
  /** The part in which the code runs, and that of what it calls. */
  readonly part: string;
  readonly forbidden: string;
  readonly cost: number;
  /** Where the way begins. */
  readonly root: number;
  /** The edges from there to the call. */
  readonly way: readonly number[];
};

/** A way that costs more is hardly ever one that is taken. */
export const FARTHEST = 12;

export type CrossingInput = {
  readonly graph: CallGraph;
  readonly labels: Labels;
  readonly lattice: Lattice;
  readonly locks: readonly Lock[];
  /** By edge, the locks that are held at the call. */
  readonly held: Int32Array;
  /** Nodes that are never followed. */
  readonly dispatch: ReadonlySet<number>;
  /** Ways through members and parameters that cost more are counted alone. */
  readonly far: number;
  /** What is called -> nodes that no way to it may lead through. */
  readonly closed?: ReadonlyMap<number, ReadonlySet<number>>;
};

/** `far` are the ways that cost more than is told. */
export type Crossings = { readonly near: readonly Crossing[]; readonly far: readonly Crossing[] };

/** What a test or a stub hands over or assigns says little about the program. */
const HANDED_BY_TEST = 4;

/** More ways than these are not counted. */
const COUNTED = 40;

/** Every forbidden call once, by its nearest way; calls that need no member or parameter first of all. */
export function findCrossings(input: CrossingInput): Crossings {
  const { graph, labels, lattice, locks, held, dispatch, far, closed = new Map() } = input;
  const { nodes, edges } = graph;
  const fanOut = fanOutCosts(graph);
  const found = new Map<string, Crossing>();
  const starts = startsByPart(labels);
  const needs = (part: string): readonly number[] =>
    locks.flatMap(({ neededBy }, index) => (neededBy.includes(part) ? [index] : []));
  const groups = groupsOf(closed);
  const standIns = Uint8Array.from(graph.files, (path) => (isStandIn(path) ? 1 : 0));
  const extraOf = (edge: number): number =>
    edges.kind[edge] === edgeKind.holds && standIns[edges.file[edge] ?? 0] === 1 ? HANDED_BY_TEST : 0;
  const views: readonly (number | null)[] = [null, ...locks.keys()];
  const isForbidden = (caller: string, callee: string): boolean =>
    isOutside(caller) ? needs(callee).length > 0 : !lattice.mayCall(caller, callee);
  const isSeenIn = (view: number | null, part: string): boolean =>
    view === null ? needs(part).length === 0 : needs(part).includes(view);
  const targets = new Set([...labels.values()].filter(isTarget).map(({ part }) => part));
  /** Whether a part could make a forbidden call at all: most may call anything, and need no search. */
  const canErr = (part: string, view: number | null): boolean =>
    [...targets].some((target) => isSeenIn(view, target) && isForbidden(part, target));

  const collect = (reached: Reached, { part, view, group }: Turn, code: Crossing['code']): void => {
    for (const node of reached.order) {
      const isEnd = labels.has(node) && (reached.by[node] ?? -1) >= 0;
      if (isEnd || dispatch.has(node) || group.closed.has(node)) continue;
      for (let edge = graph.first[node] ?? 0; edge < (graph.first[node + 1] ?? 0); edge++) {
        const callee = edges.to[edge] ?? 0;
        const label = labels.get(callee);
        if (label === undefined || !isTarget(label) || !group.accepts(callee)) continue;
        if (view !== null && ((held[edge] ?? 0) & (1 << view)) !== 0) continue;
        if (!isSeenIn(view, label.part) || !isForbidden(part, label.part)) continue;
        const cost = (reached.cost[node] ?? 0) + 1 + (fanOut[callee] ?? 0);
        const key = `${node} ${callee}`;
        const known = found.get(key);
        if (known && (known.code === 'part-calls-forbidden' || known.cost <= cost)) continue;
        const way = [...wayTo(reached, graph, node), edge];
        const root = edges.from[way[0] ?? edge] ?? 0;
        const own = label.origin === 'section' ? 'member-caller-disagrees' : code;
        found.set(key, { code: own, part, forbidden: label.part, cost, root, way });
      }
    }
  };
  const turn = (own: Starts, { part, view, group }: Turn): void => {
    const isTaken = (edge: number): boolean => view === null || ((held[edge] ?? 0) & (1 << view)) === 0;
    const isOpen = (node: number): boolean => !labels.has(node) && !dispatch.has(node) && !group.closed.has(node);
    const isDirect = (node: number): boolean => nodes.kind(node) === 'function' || nodes.kind(node) === 'macro';
    const begin = (all: readonly number[]): readonly number[] => all.filter((node) => !group.closed.has(node));
    const direct = search({
      graph,
      starts: begin(own.functions),
      isOpen,
      isTaken: (edge) => isTaken(edge) && isDirect(edges.to[edge] ?? 0),
      costOf: () => 0,
      most: Number.MAX_SAFE_INTEGER,
    });
    collect(direct, { part, view, group }, 'part-calls-forbidden');
    const around = {
      graph,
      isOpen,
      isTaken,
      costOf: (node: number) => fanOut[node] ?? 0,
      extraOf,
      most: Math.max(far, COUNTED),
    };
    const starts = begin([...own.functions, ...own.others]);
    collect(search({ ...around, starts }), { part, view, group }, 'part-reaches-forbidden');
    if (own.contexts.length === 0) return;
    const contexts = search({ ...around, starts: begin(own.contexts) });
    collect(contexts, { part, view, group }, 'context-reaches-forbidden');
  };
  for (const view of views) {
    for (const [part, own] of starts) {
      if (canErr(part, view)) for (const group of groups) turn(own, { part, view, group });
    }
  }
  const all = [...found.values()];
  const near = all.filter(({ code, cost }) => code === 'part-calls-forbidden' || cost <= far);
  const isNear = new Set(near);
  const sorted = all.toSorted((a, b) => compare(input, a, b));
  return { near: sorted.filter((one) => isNear.has(one)), far: sorted.filter((one) => !isNear.has(one)) };
}

/** One search: for a part, where a lock counts (null: none), for some of what is called. */
type Turn = { readonly part: string; readonly view: number | null; readonly group: Group };

/** What is called that the same nodes are closed for. */
type Group = { readonly closed: ReadonlySet<number>; readonly accepts: (callee: number) => boolean };

function groupsOf(closed: ReadonlyMap<number, ReadonlySet<number>>): readonly Group[] {
  const groups = new Map<string, { readonly closed: ReadonlySet<number>; readonly callees: Set<number> }>();
  for (const [callee, nodes] of closed) {
    const key = [...nodes].sort((a, b) => a - b).join();
    const group = groups.get(key) ?? { closed: nodes, callees: new Set() };
    groups.set(key, group);
    group.callees.add(callee);
  }
  const open: Group = { closed: new Set(), accepts: (callee) => !closed.has(callee) };
  return [
    open,
    ...[...groups.values()].map((group) => ({ ...group, accepts: (one: number) => group.callees.has(one) })),
  ];
}

/** What a way can end at: a function or a member, not what is handed to one, nor where code starts. */
function isTarget({ origin }: Label): boolean {
  return origin === 'manifest' || origin === 'assertion' || origin === 'section';
}

type Starts = { readonly functions: number[]; readonly others: number[]; readonly contexts: number[] };

function startsByPart(labels: Labels): ReadonlyMap<string, Starts> {
  const starts = new Map<string, Starts>();
  for (const [node, { part, origin }] of labels) {
    const own = starts.get(part) ?? { functions: [], others: [], contexts: [] };
    starts.set(part, own);
    if (origin === 'context') own.contexts.push(node);
    else if (origin === 'manifest' || origin === 'assertion') own.functions.push(node);
    else own.others.push(node);
  }
  return starts;
}

/** By where the way begins, then by what it costs, then by where the call stands. */
function compare({ graph }: CrossingInput, a: Crossing, b: Crossing): number {
  const { nodes, edges } = graph;
  const last = (one: Crossing): number => one.way.at(-1) ?? 0;
  return (
    Number(a.code !== 'part-calls-forbidden') - Number(b.code !== 'part-calls-forbidden') ||
    a.cost - b.cost ||
    (nodes.name(a.root) < nodes.name(b.root) ? -1 : nodes.name(a.root) > nodes.name(b.root) ? 1 : 0) ||
    (edges.file[last(a)] ?? 0) - (edges.file[last(b)] ?? 0) ||
    (edges.line[last(a)] ?? 0) - (edges.line[last(b)] ?? 0) ||
    last(a) - last(b)
  );
}
