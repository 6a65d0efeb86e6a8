import { isCppFile } from '../facts/c-file.ts';
import type { Enclosed } from '../facts/enclosure.ts';
import type { FileGraph } from '../file-graph.ts';
import type { Reach } from '../reach.ts';

/**
 * By file, the marked files that it reads by an include in braces, or behind a header that opens some, of itself or of a
 * file that it reads: a line elsewhere would not give the same, as in `extern "C" { #include "a.h" }`. What only C++ reads
 * counts where it is read.
 *
 * @param order As `includedFirst` gives it.
 * @param any By file, all that it reads.
 */
export function enclosedReach({ edges, facts, paths }: FileGraph, order: readonly number[], any: Reach): Reach {
  const found = edges.map(() => 0n);
  const isCpp = paths.some(isCppFile);
  const counts = (enclosure: Enclosed): boolean => enclosure === 'other' || (enclosure === 'linkage' && isCpp);
  if (!facts.some(({ left, includes }) => counts(left.opens) || includes.some((one) => counts(one.enclosure))))
    return found;
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const file of order) {
      const before = found[file] ?? 0n;
      let bits = before;
      let opened: Enclosed = null;
      for (const { line, targets } of edges[file] ?? []) {
        const include = facts[file]?.includes[line];
        const isEnclosed = counts(opened) || counts(include?.enclosure ?? null);
        for (const target of targets) {
          const more = (isEnclosed ? any[target] : found[target]) ?? 0n;
          if (more !== 0n) bits |= more;
          const left = facts[target]?.left;
          if (left !== undefined && left.opens !== null) opened = left.opens;
          else if (left?.closes === true) opened = null;
        }
      }
      if (bits === before) continue;
      found[file] = bits;
      isChanged = true;
    }
  }
  return found;
}
