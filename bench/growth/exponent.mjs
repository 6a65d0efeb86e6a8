// What the times of one row say of its growth.

/** The limit: time grows with at most this power of the size. */
export const LIMIT = 1.15;
/** Seconds of CPU above the floor that V8 may take to compile and to collect garbage, or not: no growth is seen in less. */
const NOISE = 0.1;

/**
 * The exponent between the last size and the first whose time stands above the noise, of the time above `floor`, which a
 * run takes whose input has size 1. `runs` are { size, seconds } by size. 0 where the last size is within the noise.
 */
export function exponentOf(floor, runs) {
  const above = runs.map(({ size, seconds }) => ({ size, seconds: seconds - floor }));
  const last = above.at(-1);
  if (last.seconds <= NOISE) return 0;
  const first = above.slice(0, -1).find(({ seconds }) => seconds >= NOISE) ?? above.at(-2);
  return Math.log(last.seconds / Math.max(first.seconds, NOISE)) / Math.log(last.size / first.size);
}
