import { coverOf } from '../cover.ts';
import { LATER } from '../facts/file-facts.ts';
import type { Edge } from '../file-graph.ts';
import type { Lost } from '../lost-needs.ts';
import { lostEdges } from '../lost-needs.ts';
import type { MarkedReach } from '../needs.ts';
import type { Reach } from '../reach.ts';
import { reachOf, throughEdges } from '../reach.ts';
import type { AddedInclude, FileRewrite } from '../rewrite.ts';
import { edgesAfter, emptyRewrite } from '../rewrite.ts';
import type { Standing } from '../standing.ts';
import type { Destination, Wrapper } from '../wrappers.ts';
import type { Situation } from './situation.ts';

/** Gives each file that lost something a line; what the files then read. */
export function addLost(situation: Situation, rewrites: Map<number, FileRewrite>): { any: bigint[]; sure: bigint[] } {
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
  const wrapperAt = ({ wrapper }: AddedInclude): number => wrappers.indexOf(wrapper);
  const at = ({ wrapper, destination }: AddedInclude): number => wrapper.destinations.indexOf(destination);
  return (a, b) => wrapperAt(a) - wrapperAt(b) || at(a) - at(b);
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
