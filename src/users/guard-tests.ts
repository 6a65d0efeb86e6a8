import { parseHeader } from '../model/lower-header.ts';
import type { Names } from '../scan/names.ts';
import type { Tree } from '../text/tree.ts';
import type { FileGraph } from './file-graph.ts';
import type { MovedHeader } from './moved-header.ts';

/** The macro that guards a wrapper; null where it has none. */
export function guardOf(tree: Pick<Tree, 'read'>, { path }: MovedHeader): string | null {
  const { guard } = parseHeader({ path, text: tree.read(path) ?? '' });
  return guard.kind === 'macro' ? guard.name : null;
}

/** By file, one that names the guard of a wrapper and is read in a unit with the file; absent: there is none. */
export type ByGuard = ReadonlyMap<number, string>;

/** @param naming Files that may ask whether the wrapper was read before them. */
export function filesByGuard(graph: FileGraph, naming: readonly string[], guard: string | null, names: Names): ByGuard {
  const found = new Map<number, string>();
  if (guard === null) return found;
  const word = names.numberOf(guard);
  const readers = graph.edges.map((): number[] => []);
  for (const [file, edges] of graph.edges.entries())
    for (const { targets } of edges) for (const target of targets) readers[target]?.push(file);
  for (const path of naming) {
    const file = graph.numberOf.get(path);
    const facts = file === undefined ? undefined : graph.facts[file];
    if (file === undefined || !facts) continue;
    if (!facts.names.includes(word) && !facts.changed.some(({ name }) => name === word)) continue;
    const units = new Set([file]);
    for (const unit of units) for (const reader of readers[unit] ?? []) units.add(reader);
    for (const unit of units)
      for (const { targets } of graph.edges[unit] ?? []) for (const to of targets) units.add(to);
    for (const unit of units) if (!found.has(unit)) found.set(unit, path);
  }
  return found;
}
