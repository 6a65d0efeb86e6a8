import { coverOf } from '../cover.ts';
import { LATER } from '../facts/file-facts.ts';
import type { NameTable } from '../facts/name-table.ts';
import type { Edge } from '../file-graph.ts';
import { edgeGives, givenWhen } from '../given.ts';
import type { UsersPlan } from '../plan-users.ts';
import { bit } from '../reach.ts';
import { destinationSpeller } from '../spell-destination.ts';
import { NEVER, type When } from '../when/formulas.ts';
import type { Destination, Wrapper } from '../wrappers.ts';
import type { LostPart } from './lost-parts.ts';

/** An include that a file lacks. */
export type LineForLost = {
  readonly file: number;
  readonly wrapper: Wrapper;
  readonly destination: Destination;
  /** The names that it gives. */
  readonly lost: readonly LostPart[];
  /** With its delimiters. */
  readonly operand: string;
  /** Index of the include behind which it is to stand. */
  readonly behind: number;
};

/**
 * The fewest includes that give each file what it lost. Each is to stand behind the include through which the file read
 * the part that declared the name before, or else behind the last of its includes of a part. Where that include gives the
 * part under a condition of its own, the line is for the header that tests the condition.
 *
 * @param before What the part files declared before; null: that is not known.
 */
export function linesForLost(
  { situation: { graph, marked, told, wrappers }, resolve }: Pick<UsersPlan, 'situation' | 'resolve'>,
  lost: readonly LostPart[],
  before: NameTable | null,
): readonly LineForLost[] {
  const spellers = new Map(wrappers.map((one) => [one, destinationSpeller(graph, one, resolve)]));
  const { formulas } = graph.branchFormulas;
  const files = [...new Set(lost.map(({ file }) => file))];
  const found = files.flatMap((file) =>
    wrappers.flatMap((wrapper) => {
      const here = lost.filter((one) => one.file === file && one.wrapper === wrapper);
      const wanted = here.map(({ anyOf }) => anyOf.reduce((bits, { mark }) => bits | mark, 0n));
      const parts = wrapper.destinations.filter(({ isPart }) => isPart);
      return coverOf(parts, wanted).flatMap((destination): readonly LineForLost[] => {
        const served = here.filter((_, index) => ((wanted[index] ?? 0n) & destination.covers) !== 0n);
        return placesFor(file, wrapper, served).flatMap((place): readonly LineForLost[] => {
          const line = graph.facts[place.file]?.includes[place.edge.line];
          if (!line) return [];
          const target = graph.paths[place.edge.targets[0] ?? -1] ?? '';
          const operand = spellers.get(wrapper)?.added(place.file, destination, { line, target }) ?? '';
          return [{ file: place.file, wrapper, destination, lost: served, operand, behind: place.edge.line }];
        });
      });
    }),
  );
  return merged(found);

  /** Where a line gives no more than what the file read: in the file, or in the headers by which it read it. */
  function placesFor(
    from: number,
    wrapper: Wrapper,
    served: readonly LostPart[],
  ): readonly { readonly file: number; readonly edge: Edge }[] {
    const limit = Math.min(...served.map(({ at, entry }) => entry?.at ?? at));
    const parts = wrapper.destinations.filter(({ isPart }) => isPart);
    const some = parts.reduce((bits, { mark }) => bits | mark, 0n);
    const declared = served
      .flatMap(({ name }) => before?.declared.get(name) ?? [])
      .reduce((bits, { mark }) => bits | bit(mark), 0n);
    const above = (graph.edges[from] ?? []).filter(({ at }) => at < limit);
    const old = givenWhen(above, marked, declared, limit, formulas) === NEVER ? some : declared;
    const isDirect = ({ targets }: Edge): boolean => parts.some((one) => targets.includes(one.file));
    const seen = new Set([from]);
    const places: { file: number; edge: Edge }[] = [];
    for (const file of seen) {
      const edges = file === from ? above : (graph.edges[file] ?? []);
      const brings = (bits: bigint) => (edge: Edge) =>
        edge.targets.some((target) => ((marked.any[target] ?? 0n) & bits) !== 0n);
      const had = givenWhen(told.edges[file] ?? [], told.reach, old, file === from ? limit : LATER, formulas);
      const giving = edges.filter(brings(some));
      const fitting = giving.filter((edge) => (isDirect(edge) && brings(old)(edge)) || formulas.covers(had, edge.when));
      const always = alwaysOf(fitting.filter(({ branches }) => branches.length === 0));
      if (always !== undefined) {
        places.push({ file, edge: always });
        continue;
      }
      if (file === from && before !== null) places.push(...laterIn(file, had));
      let open = had;
      for (const edge of fitting.filter(brings(old))) {
        if (formulas.and(open, edge.when) === NEVER) continue;
        places.push({ file, edge });
        open = formulas.and(open, formulas.not(edge.when));
      }
      if (open === NEVER) continue;
      for (const edge of giving.filter(brings(old)))
        if (!fitting.includes(edge)) for (const to of edge.targets) seen.add(to);

      function alwaysOf(candidates: readonly Edge[]): Edge | undefined {
        return candidates.find(brings(old)) ?? candidates.findLast(isDirect) ?? candidates[0];
      }
    }
    return places;

    /** Another use may stand behind an include that gave it in more configurations. */
    function laterIn(file: number, above: When): readonly { readonly file: number; readonly edge: Edge }[] {
      let had = above;
      return (told.edges[file] ?? []).flatMap((edge) => {
        if (edge.at < limit) return [];
        const gives = edgeGives(edge, told.reach, old, formulas);
        const isMore = !formulas.covers(had, gives);
        had = formulas.or(had, gives);
        return isMore && formulas.covers(had, edge.when) ? [{ file, edge }] : [];
      });
    }
  }
}

/** Several files may have lost the same by one header: its line is one. */
function merged(lines: readonly LineForLost[]): readonly LineForLost[] {
  const found = new Map<string, LineForLost>();
  for (const line of lines) {
    const key = `${line.file} ${line.behind} ${line.destination.file}`;
    const known = found.get(key);
    found.set(key, known === undefined ? line : { ...known, lost: [...known.lost, ...line.lost] });
  }
  return [...found.values()];
}
