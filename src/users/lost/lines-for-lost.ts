import { coverOf } from '../cover.ts';
import type { NameTable } from '../facts/name-table.ts';
import type { Edge } from '../file-graph.ts';
import type { UsersPlan } from '../plan-users.ts';
import { bit } from '../reach.ts';
import { destinationSpeller } from '../spell-destination.ts';
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
 * the part that declared the name before, or else behind the last of its includes of a part.
 *
 * @param before What the part files declared before; null: that is not known.
 */
export function linesForLost(
  { situation: { graph, marked, wrappers }, resolve }: Pick<UsersPlan, 'situation' | 'resolve'>,
  lost: readonly LostPart[],
  before: NameTable | null,
): readonly LineForLost[] {
  const spellers = new Map(wrappers.map((one) => [one, destinationSpeller(graph, one, resolve)]));
  const files = [...new Set(lost.map(({ file }) => file))];
  return files.flatMap((file) =>
    wrappers.flatMap((wrapper) => {
      const here = lost.filter((one) => one.file === file && one.wrapper === wrapper);
      const wanted = here.map(({ anyOf }) => anyOf.reduce((bits, { mark }) => bits | mark, 0n));
      const parts = wrapper.destinations.filter(({ isPart }) => isPart);
      return coverOf(parts, wanted).flatMap((destination): readonly LineForLost[] => {
        const served = here.filter((_, index) => ((wanted[index] ?? 0n) & destination.covers) !== 0n);
        const anchor = anchorOf(file, wrapper, served);
        const line = graph.facts[file]?.includes[anchor?.line ?? -1];
        if (!anchor || !line) return [];
        const target = graph.paths[anchor.targets[0] ?? -1] ?? '';
        const operand = spellers.get(wrapper)?.added(file, destination, { line, target }) ?? '';
        return [{ file, wrapper, destination, lost: served, operand, behind: anchor.line }];
      });
    }),
  );

  function anchorOf(file: number, wrapper: Wrapper, served: readonly LostPart[]): Edge | undefined {
    const limit = Math.min(...served.map(({ at, entry }) => entry?.at ?? at));
    const edges = (graph.edges[file] ?? []).filter(({ at }) => at < limit);
    const parts = wrapper.destinations.filter(({ isPart }) => isPart);
    const old = served
      .flatMap(({ name }) => before?.declared.get(name) ?? [])
      .reduce((bits, { mark }) => bits | bit(mark), 0n);
    const some = parts.reduce((bits, { mark }) => bits | mark, 0n);
    const brings = (bits: bigint) => (edge: Edge) =>
      edge.targets.some((target) => ((marked.any[target] ?? 0n) & bits) !== 0n);
    const isDirect = ({ targets }: Edge): boolean => parts.some((one) => targets.includes(one.file));
    const isAlways = ({ branches }: Edge): boolean => branches.length === 0;
    const always = edges.filter(isAlways);
    return (
      always.find(brings(old)) ??
      always.findLast(isDirect) ??
      always.find(brings(some)) ??
      edges.find(brings(old)) ??
      edges.find(brings(some))
    );
  }
}
