import { isSourceFile } from '../facts/c-file.ts';
import type { Edge } from '../file-graph.ts';
import { edgeGives } from '../given.ts';
import type { IncludeLine } from '../include-line.ts';
import { missingAt } from '../needs/need-points.ts';
import type { Need } from '../needs/needs.ts';
import type { UsersPlan } from '../plan-users.ts';
import { bitsOf } from '../reach.ts';
import { edgesAfter } from '../rewrite.ts';
import type { Standing } from '../standing.ts';
import { NEVER } from '../when/formulas.ts';
import type { Destination, Wrapper } from '../wrappers.ts';

/** What becomes of one include of a wrapper. */
export type IncludeOutcome =
  | Standing
  /** Nothing of it is used. */
  | { readonly kind: 'nothing' }
  /** Nothing of it is used, and the line goes. */
  | { readonly kind: 'unused' }
  /** These stand there now. */
  | { readonly kind: 'narrowed'; readonly destinations: readonly Destination[] }
  /** All of it is needed. */
  | { readonly kind: 'everything' }
  /** It stands under a condition, and only `all` changes it. */
  | { readonly kind: 'conditional' }
  /** The file reads all of it by other includes too. */
  | { readonly kind: 'elsewhere' };

export type WrapperInclude = { readonly file: number; readonly line: IncludeLine; readonly outcome: IncludeOutcome };

/** Every include of a wrapper, in the order of the files' paths. */
export function includesOfWrapper(plan: UsersPlan, wrapper: Wrapper): readonly WrapperInclude[] {
  const all = includes.get(plan) ?? includesOfWrappers(plan);
  includes.set(plan, all);
  return all.get(wrapper) ?? [];
}

/** A report asks for each wrapper of a plan in turn. */
const includes = new WeakMap<UsersPlan, ReadonlyMap<Wrapper, readonly WrapperInclude[]>>();

function includesOfWrappers(plan: UsersPlan): ReadonlyMap<Wrapper, readonly WrapperInclude[]> {
  const { graph, wrappers } = plan.situation;
  const wrapperOf = new Map(wrappers.map((wrapper) => [wrapper.file, wrapper]));
  const found = new Map<Wrapper, WrapperInclude[]>(wrappers.map((wrapper) => [wrapper, []]));
  for (const [file, edges] of graph.edges.entries()) {
    for (const edge of wrapperOf.has(file) ? [] : edges) {
      const line = graph.facts[file]?.includes[edge.line];
      for (const target of line ? new Set(edge.targets) : []) {
        const wrapper = wrapperOf.get(target);
        if (line && wrapper) found.get(wrapper)?.push({ file, line, outcome: outcomeOf(plan, wrapper, file, edge) });
      }
    }
  }
  const path = ({ file }: WrapperInclude): string => graph.paths[file] ?? '';
  for (const own of found.values()) own.sort((a, b) => (path(a) < path(b) ? -1 : 1));
  return found;
}

function outcomeOf({ situation, narrowed }: UsersPlan, wrapper: Wrapper, file: number, edge: Edge): IncludeOutcome {
  const standing = situation.standing(file, wrapper);
  if (standing !== null) return standing;
  const needs = situation.needs[file] ?? [];
  const destinations = narrowed.rewrites.get(file)?.replaced.get(edge.line);
  // What the header brings along, a file may have from elsewhere.
  const given = (destinations ?? []).reduce((bits, { covers }) => bits | covers, 0n) || wrapper.marks;
  // A reader that may not change, or may be none, relies on it.
  const lent = narrowed.lent.get(file) ?? [];
  const uses = [...needs.map(({ anyOf }) => anyOf), ...lent].some((anyOf) => (anyOf & given) !== 0n);
  const goes = destinations?.length === 0 && wrapper.moved.unused === 'drop';
  if (!uses && destinations) return { kind: goes ? 'unused' : 'nothing' };
  if (destinations) return { kind: 'narrowed', destinations };
  const isConditional = wrapper.moved.rewriteOf(situation.graph.paths[file] ?? '') === 'narrower' && !edge.isSure;
  return { kind: isConditional ? 'conditional' : reads(needs, wrapper) ? 'everything' : 'elsewhere' };
}

function reads(needs: readonly { readonly anyOf: bigint }[], { destinations }: Wrapper): boolean {
  return destinations
    .filter(({ isPart }) => isPart)
    .every(({ mark }) => needs.some(({ anyOf }) => (anyOf & mark) !== 0n));
}

/** How many source files read a file before and after. */
export type FanOut = { readonly path: string; readonly before: number; readonly after: number };

/** Of the wrapper itself first, then of each destination. */
export function fanOutOf(plan: UsersPlan, wrapper: Wrapper): readonly FanOut[] {
  const { before, after } = readers.get(plan) ?? readersOfMarks(plan);
  readers.set(plan, { before, after });
  return wrapper.destinations.map(({ path, mark }) => {
    const [at = 0] = bitsOf(mark);
    return { path, before: before.get(at) ?? 0, after: after.get(at) ?? 0 };
  });
}

/** A report asks for the marks of a plan one by one. */
const readers = new WeakMap<UsersPlan, ReturnType<typeof readersOfMarks>>();

/** Marked file -> how many source files read it. */
function readersOfMarks({ situation: { graph, marked }, narrowed }: UsersPlan): {
  readonly before: ReadonlyMap<number, number>;
  readonly after: ReadonlyMap<number, number>;
} {
  const isSource = graph.paths.map(isSourceFile);
  const count = (reach: readonly bigint[]): ReadonlyMap<number, number> => {
    const counts = new Map<number, number>();
    for (const [file, bits] of reach.entries())
      for (const mark of isSource[file] ? bitsOf(bits) : []) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    return counts;
  };
  return { before: count(marked.any), after: count(narrowed.after.any) };
}

/** The files that get lines of their own for a wrapper's parts, with what they get; in the order of their paths. */
export function reliedOn(
  { situation: { graph }, narrowed }: UsersPlan,
  wrapper: Wrapper,
): readonly { readonly file: string; readonly by: string; readonly destinations: readonly string[] }[] {
  const found = [...narrowed.rewrites].flatMap(([file, { added }]) =>
    [...added].flatMap(([line, behind]) => {
      const own = behind.filter((one) => one.wrapper === wrapper).map(({ destination }) => destination.path);
      const by = graph.facts[file]?.includes[line]?.path ?? '';
      return own.length === 0 ? [] : [{ file: graph.paths[file] ?? '', by, destinations: own }];
    }),
  );
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** A line without which a file still has all that it needs, by another of its includes. */
export type DoubledLine = { readonly file: string; readonly destination: string; readonly by: string };

/** Such lines in place of includes of a wrapper, in the order of the files' paths. A file that needs nothing has none. */
export function doubledOf(
  { situation: { graph, needs }, narrowed: { rewrites, after } }: UsersPlan,
  wrapper: Wrapper,
): readonly DoubledLine[] {
  const { formulas } = graph.branchFormulas;
  const found = [...rewrites].flatMap(([file, rewrite]) => {
    const edges = edgesAfter(graph, file, rewrite);
    const lines = (graph.edges[file] ?? []).flatMap(({ line, targets }) =>
      targets[0] === wrapper.file
        ? (rewrite.replaced.get(line) ?? []).map((destination) => ({ line, destination }))
        : [],
    );
    return lines.flatMap(({ line, destination: { file: to, path, covers, mark } }): readonly DoubledLine[] => {
      const served = (needs[file] ?? []).filter(({ anyOf }) => (anyOf & covers) !== 0n);
      const others = edges.filter(
        (edge) => !edge.targets.includes(file) && (edge.line !== line || edge.targets[0] !== to),
      );
      const isMissing = ({ points, anyOf }: Need): boolean =>
        missingAt(points, others, after, anyOf, formulas) !== null;
      const shown = served.find(({ anyOf }) => (anyOf & mark) !== 0n) ?? served[0];
      if (shown === undefined || served.some(isMissing)) return [];
      const by = others.find((edge) => edgeGives(edge, after, shown.anyOf, formulas) !== NEVER);
      return [{ file: graph.paths[file] ?? '', destination: path, by: graph.paths[by?.targets[0] ?? -1] ?? '' }];
    });
  });
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The paths of the marked files in a set. */
export function markedPaths({ situation: { graph }, markedFiles }: UsersPlan, bits: bigint): readonly string[] {
  return bitsOf(bits).map((mark) => graph.paths[markedFiles[mark] ?? -1] ?? '');
}
