import type { Destination } from './wrappers.ts';

/**
 * The fewest destinations that together have one file of each set of `wanted`; of equals those that read the fewest files,
 * then the first. In the order of `destinations`. What none of them has is left out.
 */
export function coverOf(destinations: readonly Destination[], wanted: readonly bigint[]): readonly Destination[] {
  const all = destinations.reduce((bits, { covers }) => bits | covers, 0n);
  const open = [...new Set(wanted)].filter((anyOf) => (anyOf & all) !== 0n);
  if (open.length === 0) return [];
  return destinations.length <= FEW ? smallest(destinations, open) : greedy(destinations, open);
}

/** 4096 choices. */
const FEW = 12;

function smallest(destinations: readonly Destination[], wanted: readonly bigint[]): readonly Destination[] {
  let best: { chosen: readonly Destination[]; reads: number } | null = null;
  for (let choice = 1; choice < 1 << destinations.length; choice++) {
    const chosen = destinations.filter((_, index) => (choice & (1 << index)) !== 0);
    if (best !== null && chosen.length > best.chosen.length) continue;
    const bits = chosen.reduce((sum, { covers }) => sum | covers, 0n);
    if (wanted.some((anyOf) => (anyOf & bits) === 0n)) continue;
    const reads = sizeOf(bits);
    if (best === null || chosen.length < best.chosen.length || reads < best.reads) best = { chosen, reads };
  }
  return best?.chosen ?? [];
}

function greedy(destinations: readonly Destination[], wanted: readonly bigint[]): readonly Destination[] {
  const chosen = new Set<Destination>();
  for (let open = wanted; open.length > 0; ) {
    const gain = ({ covers }: Destination): number => open.filter((anyOf) => (anyOf & covers) !== 0n).length;
    const [best] = destinations.toSorted((a, b) => gain(b) - gain(a));
    if (!best) break;
    chosen.add(best);
    open = open.filter((anyOf) => (anyOf & best.covers) === 0n);
  }
  return destinations.filter((one) => chosen.has(one));
}

function sizeOf(bits: bigint): number {
  let size = 0;
  for (let rest = bits; rest !== 0n; rest &= rest - 1n) size++;
  return size;
}
