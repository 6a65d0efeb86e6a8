import type { Edge } from './file-graph.ts';

/** By file, a set of marked files as the bits of a number: those that it reads, itself included. */
export type Reach = readonly bigint[];

/**
 * Which marked files each file reads, by any include or by sure ones alone.
 *
 * @param order Each file behind those that it includes, as far as there are no cycles.
 * @param own By file: its own mark, or 0n.
 */
export function reachOf(
  edges: readonly (readonly Edge[])[],
  order: readonly number[],
  own: readonly bigint[],
  only: 'any' | 'sure',
): bigint[] {
  const reach = [...own];
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const file of order) {
      const before = reach[file] ?? 0n;
      const after = before | throughEdges(edges[file] ?? [], reach, only, Number.POSITIVE_INFINITY);
      if (after === before) continue;
      reach[file] = after;
      isChanged = true;
    }
  }
  return reach;
}

/** By file: its marks, and those of all files that read it. */
export function handDown(
  edges: readonly (readonly Edge[])[],
  order: readonly number[],
  marks: readonly bigint[],
): bigint[] {
  const found = [...marks];
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const file of order.toReversed()) {
      const bits = found[file] ?? 0n;
      if (bits === 0n) continue;
      for (const { targets } of edges[file] ?? []) {
        for (const target of targets) {
          const before = found[target] ?? 0n;
          if ((bits & ~before) === 0n) continue;
          found[target] = before | bits;
          isChanged = true;
        }
      }
    }
  }
  return found;
}

/** What the includes that begin before the byte `limit` read. */
export function throughEdges(edges: readonly Edge[], reach: Reach, only: 'any' | 'sure', limit: number): bigint {
  let bits = 0n;
  for (const { at, targets, isSure } of edges) {
    if (at >= limit) break;
    if (only === 'sure' && !isSure) continue;
    for (const target of targets) {
      const more = reach[target] ?? 0n;
      if (more !== 0n) bits |= more;
    }
  }
  return bits;
}

export function bit(index: number): bigint {
  return 1n << BigInt(index);
}

/** The indices of the bits that are set, in ascending order. */
export function bitsOf(set: bigint): readonly number[] {
  const found: number[] = [];
  const digits = set.toString(16);
  for (let at = digits.length - 1, first = 0; at >= 0; at--, first += 4) {
    const digit = Number.parseInt(digits.charAt(at), 16);
    for (let one = 0; one < 4; one++) if ((digit & (1 << one)) !== 0) found.push(first + one);
  }
  return found;
}

/** The marks of files, one bit each by their position in the list, for `count` files. */
export function marksFor(files: readonly number[], count: number): bigint[] {
  const marks = new Array<bigint>(count).fill(0n);
  for (const [index, file] of files.entries()) marks[file] = bit(index);
  return marks;
}
