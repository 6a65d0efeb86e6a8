import type { IncludeLine } from '../include-line.ts';
import type { UsersPlan } from '../plan-users.ts';

/** An include that may mean `files`, which keep an include for whoever reads them by it. */
export type LendingGuess = { readonly file: string; readonly line: IncludeLine; readonly files: readonly string[] };

/** The guesses for which headers keep more of a wrapper than they use themselves, sorted by file. */
export function lendingGuesses({ situation: { graph, marked }, narrowed }: UsersPlan): readonly LendingGuess[] {
  const lent = [...narrowed.lent.values()].flat().reduce((bits, anyOf) => bits | anyOf, 0n);
  if (lent === 0n) return [];
  const found = graph.edges.flatMap((edges, at): readonly LendingGuess[] => {
    const file = graph.paths[at] ?? '';
    return edges.flatMap(({ line, targets, isGuess }) => {
      const include = graph.facts[at]?.includes[line];
      const lending = targets.filter((to) => isGuess && ((marked.any[to] ?? 0n) & lent) !== 0n);
      if (!include || lending.length === 0) return [];
      return [{ file, line: include, files: lending.map((to) => graph.paths[to] ?? '') }];
    });
  });
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}
