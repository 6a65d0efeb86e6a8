/** Numbers by pairs of numbers, in one array: a `Map` of pairs needs a key made for each, and the heap would be full of them. */
export type PairTable = {
  /** -1: there is none. */
  readonly get: (a: number, b: number) => number;
  /** Values are not below 0. */
  readonly set: (a: number, b: number, value: number) => void;
};

/** A slot: both of a pair, and one more than the value. */
const WIDTH = 3;

export function makePairTable(): PairTable {
  let slots = new Int32Array(SMALLEST * WIDTH);
  let mask = SMALLEST - 1;
  let count = 0;
  /** Where a pair stands, or the free slot where it would. */
  const find = (a: number, b: number): number => {
    for (let slot = hashOf(a, b) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * WIDTH;
      if (slots[at + 2] === 0 || (slots[at] === a && slots[at + 1] === b)) return at;
    }
  };
  const grow = (): void => {
    const before = slots;
    slots = new Int32Array(before.length * 2);
    mask = slots.length / WIDTH - 1;
    for (let from = 0; from < before.length; from += WIDTH) {
      if (before[from + 2] === 0) continue;
      const at = find(before[from] ?? 0, before[from + 1] ?? 0);
      for (let column = 0; column < WIDTH; column++) slots[at + column] = before[from + column] ?? 0;
    }
  };
  return {
    get: (a, b) => (slots[find(a, b) + 2] ?? 0) - 1,
    set: (a, b, value) => {
      if (count * 2 > mask) grow();
      const at = find(a, b);
      if (slots[at + 2] === 0) count++;
      slots[at] = a;
      slots[at + 1] = b;
      slots[at + 2] = value + 1;
    },
  };
}

const SMALLEST = 1 << 10;

function hashOf(a: number, b: number): number {
  const mixed = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
