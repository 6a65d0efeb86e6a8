/** How two entries of a sorted list compare. */
export type Compare = (a: string, b: string) => number;

/**
 * The order in which a list is sorted: by bytes, without regard to case, or by names without extension (`block.h`
 * before `block-io.h`), whichever fits first. null: it is not, or too short to tell.
 */
export function sortOrder(entries: readonly string[]): Compare | null {
  if (entries.length < LEAST) return null;
  return ORDERS.find((compare) => isSorted(entries, compare)) ?? null;
}

/** Whether no entry comes before its predecessor. */
export function isSorted(entries: readonly string[], compare: Compare): boolean {
  return entries.every((entry, at) => at === 0 || compare(entries[at - 1] ?? '', entry) <= 0);
}

/**
 * Index of the entry behind which a new one belongs, -1 for the front. Without an order: behind the entry at `beside`.
 */
export function indexBefore(
  entries: readonly string[],
  added: string,
  compare: Compare | null,
  beside: number,
): number {
  return compare ? entries.findLastIndex((entry) => compare(entry, added) <= 0) : beside;
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
