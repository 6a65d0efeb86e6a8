import type { NameTable } from '../facts/name-table.ts';
import type { FileGraph } from '../file-graph.ts';
import { bit, marksFor, reachOf } from '../reach.ts';

/** Whether a file sees a declaration of a type that no rewrite can take away: its own, a third header's, the prelude's. */
export function visibleTypes(
  { facts, edges }: FileGraph,
  order: readonly number[],
  { table, isMarked }: { readonly table: NameTable; readonly isMarked: (file: number) => boolean },
  preludes: readonly number[],
): (file: number, name: number) => boolean {
  const isType = (name: number): boolean => table.declared.get(name)?.some(({ kind }) => kind === 'type') === true;
  const declaring = new Map<number, number[]>();
  const files: number[] = [];
  for (const [file, { types }] of facts.entries()) {
    const known = types.filter(isType);
    if (known.length === 0 || isMarked(file)) continue;
    files.push(file);
    for (const name of known) declaring.set(name, [...(declaring.get(name) ?? []), files.length - 1]);
  }
  const reach = reachOf(edges, order, marksFor(files, edges.length), 'sure');
  const always = preludes.reduce((bits, file) => bits | (reach[file] ?? 0n), 0n);
  return (file, name) => {
    const seen = (reach[file] ?? 0n) | always;
    return (declaring.get(name) ?? []).some((index) => (seen & bit(index)) !== 0n);
  };
}
