import { coverOf } from '../cover.ts';
import type { Edge } from '../file-graph.ts';
import {
  edgeGives,
  extendReach,
  givenWhen,
  type MarkedReach,
  type ReachWhen,
  reachWhen,
  startReach,
} from '../given.ts';
import { missingAt, type NeedPoint } from '../needs/need-points.ts';
import type { Need } from '../needs/needs.ts';
import type { Reach } from '../reach.ts';
import type { AddedInclude, FileRewrite } from '../rewrite.ts';
import { edgesAfter, emptyRewrite } from '../rewrite.ts';
import type { Standing } from '../standing.ts';
import { type Formulas, NEVER, type When } from '../when/formulas.ts';
import type { Destination, Wrapper } from '../wrappers.ts';
import type { Situation } from './situation.ts';

/** A need that a file no longer has, and where and when it lacks it first. */
type Lost = { readonly need: Need; readonly missing: NeedPoint };

/**
 * Gives each file that lost something a line; what the files then read. None gets a file that had it from within the
 * braces of a header, by a guess, or under a condition that only a header tests: the header has to keep it.
 *
 * @param enclosed By file, what it reads from within braces, as `enclosedReach` tells.
 * @param guessed What it reads by a guess alone, as `guessedReach` tells.
 */
export function addLost(
  situation: Situation,
  rewrites: Map<number, FileRewrite>,
  enclosed: Reach,
  guessed: Reach,
): ReachWhen {
  const { graph, order, marked } = situation;
  const { formulas } = graph.branchFormulas;
  const current = graph.edges.map((_, file) => edgesAfter(graph, file, rewrites.get(file)));
  const reach = startReach(marked.self);
  reachWhen(current, order, reach, formulas);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const file of order) {
      if (extendReach(reach, file, current[file] ?? [], formulas)) isChanged = true;
      const lost = lostNeeds(situation, file, current[file] ?? [], reach).filter((one) => {
        const { anyOf } = one.need;
        const above = (graph.edges[file] ?? []).filter(({ at }) => at < one.missing.at);
        if (isFromBraces(above, anyOf, enclosed) || isByGuess(above, anyOf, marked, guessed)) return false;
        return anchorsFor(situation, file, [anyOf], one).length > 0;
      });
      if (lost.length === 0 || !addLines(situation, rewrites, file, lost)) continue;
      current[file] = edgesAfter(graph, file, rewrites.get(file));
      extendReach(reach, file, current[file] ?? [], formulas);
      isChanged = true;
    }
  }
  return reach;
}

function isFromBraces(edges: readonly Edge[], anyOf: bigint, enclosed: Reach): boolean {
  return edges.some(({ targets }) => targets.some((to) => ((enclosed[to] ?? 0n) & anyOf) !== 0n));
}

function isByGuess(edges: readonly Edge[], anyOf: bigint, { any, sure }: MarkedReach, guessed: Reach): boolean {
  const reads = (to: number, reach: Reach): boolean => ((reach[to] ?? 0n) & anyOf) !== 0n;
  if (edges.some(({ targets, isSure }) => isSure && targets.some((to) => reads(to, sure)))) return false;
  return edges.some(({ targets, isGuess }) => targets.some((to) => reads(to, isGuess ? any : guessed)));
}

function lostNeeds({ graph, needs }: Situation, file: number, after: readonly Edge[], has: ReachWhen): readonly Lost[] {
  return (needs[file] ?? []).flatMap((need) => {
    const missing = missingAt(need.points, after, has, need.anyOf, graph.branchFormulas.formulas);
    return missing === null ? [] : [{ need, missing }];
  });
}

function addLines(
  situation: Situation,
  rewrites: Map<number, FileRewrite>,
  file: number,
  lost: readonly Lost[],
): boolean {
  const { wrappers } = situation;
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
      for (const anchor of anchorsOf(situation, file, destination, served)) {
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

/**
 * The includes through which a file got a destination so far: for each thing that is lost the first one that makes up for
 * it alone, else those that do together.
 */
function anchorsOf(
  situation: Situation,
  file: number,
  { mark, covers }: Destination,
  served: readonly Lost[],
): readonly Edge[] {
  const { formulas } = situation.graph.branchFormulas;
  const anchors = new Set<Edge>();
  for (const one of served.toSorted((a, b) => a.missing.at - b.missing.at)) {
    const known = [...anchors].filter(({ at }) => at < one.missing.at);
    if (formulas.covers(whenAny(known, formulas), one.missing.must)) continue;
    for (const edge of anchorsFor(situation, file, [mark, covers, one.need.anyOf], one)) anchors.add(edge);
  }
  return [...anchors];
}

/**
 * Behind which includes a line makes up for a loss. A line must not give the file more than it had: where an include is
 * read and did not give it, as a header below tests a condition, no line can stand. None: there are no such includes.
 *
 * @param ways Marks that show which include gives it, the best first.
 */
function anchorsFor(
  { graph, marked, told }: Situation,
  file: number,
  ways: readonly bigint[],
  { need: { anyOf }, missing: { at: limit, must } }: Lost,
): readonly Edge[] {
  const { formulas } = graph.branchFormulas;
  const edges = graph.edges[file] ?? [];
  const had = givenWhen(told.edges[file] ?? [], told.reach, anyOf, limit, formulas);
  const above = edges.filter(({ at, when }) => at < limit && formulas.covers(had, when));
  for (const bits of ways) {
    const alone = above.find((edge) => formulas.covers(edgeGives(edge, marked, bits, formulas), must));
    if (alone !== undefined) return [alone];
  }
  let open = must;
  const together = above.filter((edge) => {
    const isGiving = formulas.and(edgeGives(edge, marked, anyOf, formulas), open) !== NEVER;
    if (isGiving) open = formulas.and(open, formulas.not(edge.when));
    return isGiving;
  });
  return open === NEVER ? together : [];
}

function whenAny(edges: readonly Edge[], { or }: Formulas): When {
  return edges.reduce((sum, { when }) => or(sum, when), NEVER);
}
