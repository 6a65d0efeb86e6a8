import { isSourceFile } from '../facts/c-file.ts';
import type { NameTable } from '../facts/name-table.ts';
import type { FileGraph } from '../file-graph.ts';
import { bit, handDown, marksFor, type Reach, reachOf } from '../reach.ts';
import { carryingMacros, type MacroExpander, macroExpander } from './demands.ts';
import type { MacroUsers } from './macro-closure.ts';

/** The macros of headers that stand for names of marked files, and who has them. */
export type MacroReader = {
  /** Whether a file reads a header that has some of these macros. */
  readonly carries: (file: number, header: number) => boolean;
  /** Whether a file, or one that reads it, reads such a header. */
  readonly isBeside: (file: number, header: number) => boolean;
  readonly expand: MacroExpander;
  /** The macros of which `expand` or `met` may tell something. */
  readonly standing: Iterable<number>;
  /** What a header may have of macros that it uses and does not read: a file that is read above it defines them. */
  readonly met: (file: number, macro: number) => ReturnType<MacroExpander>;
};

/**
 * @param order As `includedFirst` gives it.
 * @param gets Whether a file gets a name by its own includes wherever a branch of it is read.
 */
export function readMacros(
  { facts, edges, paths }: FileGraph,
  order: readonly number[],
  table: NameTable,
  gets: (file: number, name: number, branch: number) => boolean,
  users: MacroUsers,
): MacroReader {
  const isSource = (file: number): boolean => isSourceFile(paths[file] ?? '');
  const macros = carryingMacros(facts, table, isSource, users);
  const carriers = new Map(
    [...new Set([...macros.values()].flatMap((all) => all.map(({ file }) => file)))].map((file, index) => [
      file,
      index,
    ]),
  );
  const marks = marksFor([...carriers.keys()], edges.length);
  const carried = reachOf(edges, order, marks, 'any');
  const above = handDown(edges, order, marks);
  const beside = handDown(edges, order, carried);
  const has = (some: Reach, file: number, carrier: number): boolean =>
    ((some[file] ?? 0n) & bit(carriers.get(carrier) ?? 0)) !== 0n;
  const carries: MacroReader['carries'] = (file, header) => has(carried, file, header);
  const isBeside: MacroReader['isBeside'] = (file, header) => has(beside, file, header);
  const expand = macroExpander(macros, gets, carries);
  const expandWhole = macroExpander(macros, () => false, carries);
  const met: MacroReader['met'] = (file, macro) => {
    if (isSource(file) || !macros.has(macro)) return [];
    const isMet = (one: ReturnType<MacroExpander>[number]): boolean =>
      one.file !== file && !one.isPasted && !carries(file, one.file) && isBeside(file, one.file);
    return [
      // A file that includes the header gets the name perhaps further down.
      ...expandWhole(macro).filter((one) => isMet(one) && has(above, file, one.file)),
      ...expand(macro).filter((one) => isMet(one) && !has(above, file, one.file)),
    ];
  };
  return { carries, isBeside, expand, met, standing: macros.keys() };
}
