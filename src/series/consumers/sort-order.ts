/** How two entries of a sorted list compare. */
export type Compare = (a: string, b: string) => number;

/**
 * The order in which a list is sorted: by bytes, without regard to case, or by names without extension (`block.h`
 * before `block-io.h`), whichever fits first, but for a share of its neighbours. null: it is not, or too short to tell.
 */
export function sortOrder(entries: readonly string[], astray = 0): Compare | null {
  if (entries.length < LEAST) return null;
  const wrong = (compare: Compare): number =>
    entries.filter((entry, at) => at > 0 && compare(entries[at - 1] ?? '', entry) > 0).length;
  const [best] = ORDERS.map((compare) => ({ compare, count: wrong(compare) })).toSorted((a, b) => a.count - b.count);
  return best !== undefined && best.count <= astray * (entries.length - 1) ? best.compare : null;
}

/** Whether no entry comes before its predecessor. */
export function isSorted(entries: readonly string[], compare: Compare): boolean {
  return entries.every((entry, at) => at === 0 || compare(entries[at - 1] ?? '', entry) <= 0);
}

/**
 * Index of the entry behind which a new one belongs, -1 for the front: where the fewest are on the wrong side of it.
 * Without an order: behind the entry at `beside`.
 */
export function indexBefore(
  entries: readonly string[],
  added: string,
  compare: Compare | null,
  beside: number,
): number {
  if (compare === null) return beside;
  let wrong = entries.filter((entry) => compare(entry, added) <= 0).length;
  let best = { at: -1, wrong };
  for (const [at, entry] of entries.entries()) {
    wrong += compare(entry, added) <= 0 ? -1 : 1;
    if (wrong <= best.wrong) best = { at, wrong };
  }
  return best.at;
}

export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two entries are in order by chance half of the time. */
const LEAST = 3;

const ORDERS: readonly Compare[] = [
  byBytes,
  (a, b) => byBytes(a.toLowerCase(), b.toLowerCase()),
  (a, b) => byBytes(stem(a), stem(b)),
  (a, b) => byBytes(stem(a.toLowerCase()), stem(b.toLowerCase())),
];

function stem(path: string): string {
  return path.replace(/\.\w+$/, '');
}
