import type { FileGraph } from '../file-graph.ts';
import type { MarkedReach } from '../given.ts';
import type { Reach } from '../reach.ts';

/**
 * By file, the marked files that it reads by a guess, of itself or of a file that it reads, and does not read for certain:
 * whoever may read something else there is not to get a line for it.
 *
 * @param order As `includedFirst` gives it.
 */
export function guessedReach({ edges }: FileGraph, order: readonly number[], { any, sure }: MarkedReach): Reach {
  const found = edges.map(() => 0n);
  if (!edges.some((own) => own.some(({ isGuess }) => isGuess))) return found;
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const file of order) {
      const before = found[file] ?? 0n;
      let bits = before;
      for (const { targets, isGuess } of edges[file] ?? [])
        for (const target of targets) bits |= (isGuess ? any[target] : found[target]) ?? 0n;
      bits &= ~(sure[file] ?? 0n);
      if (bits === before) continue;
      found[file] = bits;
      isChanged = true;
    }
  }
  return found;
}
