/** Random choices, the same for the same seed. */
export function newRandom(seed) {
  const next = mulberry(seed);
  const below = (count) => Math.floor(next() * count);
  return {
    /** In [0, 1). */
    fraction: next,
    /** A whole number, 0 included, `count` not. */
    below,
    /** One of a list; undefined of an empty one. */
    one: (list) => list[below(list.length)],
    /** Some of a list, as many as asked for or all, in the list's order. */
    some: (list, count) => {
      const left = list.map((_, at) => at);
      const taken = Array.from({ length: Math.min(count, list.length) }, () => left.splice(below(left.length), 1)[0]);
      return taken.sort((a, b) => a - b).map((at) => list[at]);
    },
  };
}

/** A small generator of numbers in [0, 1). */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
