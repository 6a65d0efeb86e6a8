import { coverOf } from './cover.ts';
import { LATER } from './facts/file-facts.ts';
import type { Edge, FileGraph } from './file-graph.ts';
import { type Lost, lostEdges } from './lost-needs.ts';
import type { MarkedReach, Need } from './needs.ts';
import { type Reach, reachOf, throughEdges } from './reach.ts';
import { type AddedInclude, edgesAfter, emptyRewrite, type FileRewrite, isEmptyRewrite } from './rewrite.ts';
import type { Standing } from './standing.ts';
import { type Destination, type Wrapper, withoutWrappers } from './wrappers.ts';

/** All that the choice of includes follows from. */
export type Situation = {
  readonly graph: FileGraph;
  readonly order: readonly number[];
  readonly wrappers: readonly Wrapper[];
  readonly marked: MarkedReach;
  /** By file. */
  readonly needs: readonly (readonly Need[])[];
  /** Whether the includes of a wrapper may change in a file; null: yes. */
  readonly standing: (file: number, wrapper: Wrapper) => Standing | null;
};

export type Narrowed = {
  /** By file; a file that stays as it is has none. */
  readonly rewrites: ReadonlyMap<number, FileRewrite>;
  /** What the files read then. */
  readonly after: { readonly any: Reach; readonly sure: Reach };
  /** Needs of files that may not change and that would have lost them: header -> what it keeps for them. */
  readonly lent: ReadonlyMap<number, readonly bigint[]>;
};

/**
 * Chooses the includes of every user: each direct one gets the fewest destinations that give what it needs; then each
 * file that would lose something by the change of another gets a line of its own.
 */
export function narrowUsers(situation: Situation): Narrowed {
  const lent = new Map<number, bigint[]>();
  const own = new Map<number, bigint>();
  for (;;) {
    const rewrites = narrowDirect(situation, lent, own);
    const after = addLost(situation, rewrites);
    const lender = lendOnce(situation, rewrites, after, lent);
    if (lender || noteOwn(rewrites, own)) continue;
    dropUseless(situation, rewrites, after);
    for (const [file, rewrite] of rewrites) if (isEmptyRewrite(rewrite)) rewrites.delete(file);
    return { rewrites, after, lent };
  }
}

/**
 * Notes what files read by the lines that they get: a wrapper that stays need not give it as well, or a second run would
 * change the wrapper's line. Returns whether something is new.
 */
function noteOwn(rewrites: ReadonlyMap<number, FileRewrite>, own: Map<number, bigint>): boolean {
  let isNew = false;
  for (const [file, { added }] of rewrites) {
    const before = own.get(file) ?? 0n;
    const now = [...added.values()].flat().reduce((bits, { destination }) => bits | destination.covers, before);
    if (now === before) continue;
    own.set(file, now);
    isNew = true;
  }
  return isNew;
}

function narrowDirect(
  situation: Situation,
  lent: ReadonlyMap<number, readonly bigint[]>,
  own: ReadonlyMap<number, bigint>,
): Map<number, FileRewrite> {
  const { graph, wrappers, needs, marked, order } = situation;
  const rewrites = new Map<number, FileRewrite>();
  const wrapperOf = new Map(wrappers.map((wrapper) => [wrapper.file, wrapper]));
  const rest = withoutWrappers(graph, wrappers);
  const unaffected = reachOf(rest, order, marked.self, 'sure');
  for (const [file, edges] of graph.edges.entries()) {
    if (wrapperOf.has(file)) continue;
    for (const edge of edges) {
      const wrapper = edge.targets.length === 1 ? wrapperOf.get(edge.targets[0] ?? -1) : undefined;
      const line = graph.facts[file]?.includes[edge.line];
      if (!wrapper || !line?.isPlain || situation.standing(file, wrapper) !== null) continue;
      // Whether a file reads less by it depends on the configuration.
      if (wrapper.moved.rewrite === 'narrower' && !edge.isSure) continue;
      const wanted = wantedOf(
        needs[file] ?? [],
        lent.get(file) ?? [],
        wrapper,
        (unaffected[file] ?? 0n) | (own.get(file) ?? 0n),
      );
      const chosen = destinationsFor(wrapper, wanted);
      if (chosen === null) continue;
      const has = directly(edges, edge);
      const rewrite = rewrites.get(file) ?? emptyRewrite();
      rewrite.replaced.set(
        edge.line,
        chosen.filter((one) => !has(one.file)),
      );
      rewrites.set(file, rewrite);
    }
  }
  return rewrites;
}

/** What a direct user asks of the wrapper; what is only brought along and comes from elsewhere as well is not asked for. */
function wantedOf(
  needs: readonly Need[],
  lent: readonly bigint[],
  { marks, destinations }: Wrapper,
  unaffected: bigint,
) {
  const parts = destinations.reduce((bits, { isPart, mark }) => (isPart ? bits | mark : bits), 0n);
  return [...needs.map(({ anyOf }) => anyOf), ...lent].filter(
    (anyOf) => (anyOf & marks) !== 0n && ((anyOf & parts) !== 0n || (anyOf & unaffected) === 0n),
  );
}

/** What to include instead of a wrapper; null: the wrapper stays, as nothing less will do. */
export function destinationsFor(
  { moved, destinations, marks }: Wrapper,
  wanted: readonly bigint[],
): readonly Destination[] | null {
  const chosen = coverOf(destinations, wanted);
  if (chosen.length === 0) {
    const shared = destinations.filter(({ path }) => path === moved.shared);
    return shared.length > 0 ? shared : null;
  }
  const reads = chosen.reduce((bits, { covers }) => bits | covers, 0n);
  return moved.rewrite === 'narrower' && (reads & marks) === marks ? null : chosen;
}

/** Whether a file has a sure include of a file itself, above another of its lines. */
function directly(edges: readonly Edge[], above: Edge): (file: number) => boolean {
  const files = new Set(
    edges.flatMap(({ at, isSure, targets }) => (isSure && at < above.at && targets.length === 1 ? targets : [])),
  );
  return (file) => files.has(file);
}

function lostNeeds(
  { graph, marked, needs }: Situation,
  file: number,
  after: readonly Edge[],
  has: { readonly any: Reach; readonly sure: Reach },
): readonly Lost[] {
  return (needs[file] ?? []).flatMap((need) => {
    const edges = lostEdges(need, graph.edges[file] ?? [], marked, after, has);
    return edges.length === 0 ? [] : [{ need, edges }];
  });
}

/** Gives each file that lost something a line; what the files then read. */
function addLost(situation: Situation, rewrites: Map<number, FileRewrite>): { any: bigint[]; sure: bigint[] } {
  const { graph, order, marked } = situation;
  const current = graph.edges.map((_, file) => edgesAfter(graph, file, rewrites.get(file)));
  const any = reachOf(current, order, marked.self, 'any');
  const sure = reachOf(current, order, marked.self, 'sure');
  const lostIn = (file: number): readonly Lost[] => lostNeeds(situation, file, current[file] ?? [], { any, sure });
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const file of order) {
      const before = [any[file] ?? 0n, sure[file] ?? 0n];
      any[file] = (any[file] ?? 0n) | throughEdges(current[file] ?? [], any, 'any', LATER);
      sure[file] = (sure[file] ?? 0n) | throughEdges(current[file] ?? [], sure, 'sure', LATER);
      const lost = lostIn(file);
      if (lost.length > 0 && addLines(situation, rewrites, file, lost)) {
        current[file] = edgesAfter(graph, file, rewrites.get(file));
        any[file] = (any[file] ?? 0n) | throughEdges(current[file] ?? [], any, 'any', LATER);
        sure[file] = (sure[file] ?? 0n) | throughEdges(current[file] ?? [], sure, 'sure', LATER);
      }
      if (before[0] !== any[file] || before[1] !== sure[file]) isChanged = true;
    }
  }
  return { any, sure };
}

function addLines(
  situation: Situation,
  rewrites: Map<number, FileRewrite>,
  file: number,
  lost: readonly Lost[],
): boolean {
  const { graph, wrappers } = situation;
  const rewrite = rewrites.get(file) ?? emptyRewrite();
  let isAdded = false;
  let open = lost;
  for (const wrapper of [...wrappers].sort((a, b) => partsIn(b, lost) - partsIn(a, lost))) {
    const here = open.filter(({ need }) => (need.anyOf & wrapper.marks) !== 0n);
    if (here.length === 0 || !mayGetLines(situation.standing(file, wrapper))) continue;
    open = open.filter((one) => !here.includes(one));
    const wanted = here.map(({ need }) => need.anyOf);
    for (const destination of coverOf(wrapper.destinations, wanted)) {
      const served = here.filter(({ need }) => (need.anyOf & destination.covers) !== 0n);
      for (const anchor of anchorsOf(graph.edges[file] ?? [], situation.marked, destination, served)) {
        const behind = rewrite.added.get(anchor.line) ?? [];
        // An include by a macro is several lines at one place.
        const isThere = (line: number): boolean =>
          situation.graph.facts[file]?.includes[line]?.start === anchor.at &&
          (rewrite.added.get(line) ?? []).some((one) => one.destination.file === destination.file);
        if ([...rewrite.added.keys()].some(isThere)) continue;
        behind.push({ wrapper, destination });
        behind.sort(byWrapper(wrappers));
        rewrite.added.set(anchor.line, behind);
        isAdded = true;
      }
    }
  }
  if (isAdded) rewrites.set(file, rewrite);
  return isAdded;
}

/** A file whose own needs are not known can still get what is known. */
function mayGetLines(standing: Standing | null): boolean {
  return standing === null || (standing.kind === 'unsure' && !standing.isMade);
}

function partsIn({ destinations }: Wrapper, lost: readonly Lost[]): number {
  const parts = destinations.reduce((bits, { isPart, mark }) => (isPart ? bits | mark : bits), 0n);
  return lost.filter(({ need }) => (need.anyOf & parts) !== 0n).length;
}

function byWrapper(wrappers: readonly Wrapper[]): (a: AddedInclude, b: AddedInclude) => number {
  const key = ({ wrapper, destination }: AddedInclude): number =>
    wrappers.indexOf(wrapper) * 1000 + wrapper.destinations.indexOf(destination);
  return (a, b) => key(a) - key(b);
}

/** The includes through which a file got a destination so far, and does no longer. */
function anchorsOf(
  edges: readonly Edge[],
  marked: MarkedReach,
  { mark, covers }: Destination,
  served: readonly Lost[],
): readonly Edge[] {
  const unsure = served.flatMap(({ need, edges: lost }) => (need.isSure ? [] : lost));
  const surely = served.filter(({ need }) => need.isSure);
  if (surely.length === 0) return [...new Set(unsure)];
  const limit = Math.min(...surely.map(({ need }) => need.limit));
  const first = (bits: bigint): Edge | undefined =>
    edges.find(
      ({ at, isSure, targets }) =>
        isSure && at < limit && targets.some((target) => ((marked.sure[target] ?? 0n) & bits) !== 0n),
    );
  const anchor = first(mark) ?? first(covers);
  return anchor === undefined ? [...new Set(unsure)] : [anchor, ...unsure.filter(({ at }) => at < anchor.at)];
}

/**
 * Where a file that may not change lost something, the nearest header on its way there that changes has to keep it.
 * Returns whether there was one.
 */
function lendOnce(
  situation: Situation,
  rewrites: ReadonlyMap<number, FileRewrite>,
  after: { readonly any: Reach; readonly sure: Reach },
  lent: Map<number, bigint[]>,
): boolean {
  const { graph, needs, marked } = situation;
  let isLent = false;
  for (const [file, own] of needs.entries()) {
    const edges = edgesAfter(graph, file, rewrites.get(file));
    for (const need of own) {
      if (lostEdges(need, situation.graph.edges[file] ?? [], marked, edges, after).length === 0) continue;
      const { anyOf, limit, isSure } = need;
      const only = isSure ? 'sure' : 'any';
      for (const lender of lendersOf(graph, file, marked[only], anyOf, isSure ? limit : LATER, rewrites)) {
        const known = lent.get(lender) ?? [];
        if (known.includes(anyOf)) continue;
        lent.set(lender, [...known, anyOf]);
        isLent = true;
      }
    }
  }
  return isLent;
}

/** The changed direct users on the ways from a file to what it read, the nearest on each way. */
function lendersOf(
  { edges }: FileGraph,
  from: number,
  reach: Reach,
  anyOf: bigint,
  limit: number,
  rewrites: ReadonlyMap<number, FileRewrite>,
): readonly number[] {
  const seen = new Set<number>([from]);
  const lenders: number[] = [];
  for (const file of seen) {
    for (const { at, targets } of edges[file] ?? []) {
      if (file === from && at >= limit) break;
      for (const target of targets) {
        if (seen.has(target) || ((reach[target] ?? 0n) & anyOf) === 0n) continue;
        if ((rewrites.get(target)?.replaced.size ?? 0) > 0) lenders.push(target);
        else seen.add(target);
      }
    }
  }
  return lenders;
}

/** `narrower`: where a user reads no less than before, by its other includes, its line stays. */
function dropUseless(
  { graph, wrappers, marked }: Situation,
  rewrites: ReadonlyMap<number, FileRewrite>,
  after: { readonly any: Reach },
): void {
  const wrapperOf = new Map(wrappers.map((wrapper) => [wrapper.file, wrapper]));
  for (const [file, { replaced, added }] of rewrites) {
    for (const edge of graph.edges[file] ?? []) {
      const wrapper = replaced.has(edge.line) ? wrapperOf.get(edge.targets[0] ?? -1) : undefined;
      if (wrapper?.moved.rewrite !== 'narrower') continue;
      const behind = added.get(edge.line) ?? [];
      const here = [...(replaced.get(edge.line) ?? []), ...behind.map(({ destination }) => destination)];
      if ((wrapper.marks & ~here.reduce((bits, { covers }) => bits | covers, 0n)) === 0n) {
        replaced.delete(edge.line);
        const others = behind.filter((one) => one.wrapper !== wrapper);
        if (others.length > 0) added.set(edge.line, others);
        else added.delete(edge.line);
        continue;
      }
      if ([...added.values()].flat().some((one) => one.wrapper === wrapper)) continue;
      const had = (marked.any[file] ?? 0n) & wrapper.marks;
      if ((had & ~(after.any[file] ?? 0n)) === 0n) replaced.delete(edge.line);
    }
  }
}
