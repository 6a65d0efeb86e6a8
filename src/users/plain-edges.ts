import type { Edge, FileGraph } from './file-graph.ts';
import type { MovedHeader } from './moved-header.ts';

/**
 * The graph's edges without those that stand in part files for assertions alone: users of the old header never had by it
 * what these bring.
 */
export function plainEdges(
  { edges, facts, numberOf }: Pick<FileGraph, 'edges' | 'facts' | 'numberOf'>,
  moved: readonly MovedHeader[],
): readonly (readonly Edge[])[] {
  const asserting = new Map<number, Set<string>>();
  for (const { assertIncludes } of moved)
    for (const [path, includes] of assertIncludes) {
      const file = numberOf.get(path);
      if (file !== undefined) asserting.set(file, new Set([...(asserting.get(file) ?? []), ...includes]));
    }
  if (asserting.size === 0) return edges;
  return edges.map((own, file) => {
    const paths = asserting.get(file);
    return paths === undefined ? own : own.filter(({ line }) => !paths.has(facts[file]?.includes[line]?.path ?? ''));
  });
}
