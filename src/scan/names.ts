/** Words of C as small numbers, from 1, the same in all files of a run. */
export type Names = {
  /** The number of the word in `bytes[from..to)`. `hash` is that of `hashOf`. */
  readonly intern: (bytes: Uint8Array, from: number, to: number, hash: number) => number;
  readonly numberOf: (word: string) => number;
  /** The word (latin1). */
  readonly wordOf: (number: number) => string;
  /** One more than the highest number. */
  readonly count: () => number;
  readonly columns: () => NameColumns;
};

/** All that a table of words is, as `makeNames` takes it back. */
export type NameColumns = {
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly hashes: Int32Array;
  readonly slots: Int32Array;
};

/**
 * Words that were met last have a row of four numbers in a table that stays in the processor's cache: hash, number, and
 * where the word begins and how long it is. The whole table does not fit there, and most words come again soon.
 */
const RECENT = 1 << 12;
const ROW = 4;

/** An open-addressing table over one growing array of bytes: a `Map` of strings would take longer than the scan. */
export function makeNames(stored: NameColumns | null = null): Names {
  let bytes = Buffer.alloc(1 << 20);
  let used = 0;
  let starts = new Int32Array(1 << 16);
  let hashes = new Int32Array(1 << 16);
  let slots = new Int32Array(1 << 17);
  let count = 1;
  if (stored !== null) {
    bytes = Buffer.from(stored.bytes);
    used = bytes.length;
    [starts, hashes, slots, count] = [copyOf(stored.starts), copyOf(stored.hashes), copyOf(stored.slots), stored.count];
  }

  const add = (hash: number, source: Uint8Array, from: number, to: number): number => {
    if (used + to - from > bytes.length) {
      const larger = Buffer.alloc(Math.max(bytes.length * 2, used + to - from));
      larger.set(bytes);
      bytes = larger;
    }
    if (count + 1 >= starts.length) {
      starts = doubled(starts);
      hashes = doubled(hashes);
      slots = new Int32Array(slots.length * 2);
      for (let number = 1; number < count; number++) place(number, hashes[number] ?? 0);
    }
    for (let at = from; at < to; at++) bytes[used++] = source[at] ?? 0;
    const number = count++;
    starts[number + 1] = used;
    hashes[number] = hash;
    place(number, hash);
    return number;
  };
  const place = (number: number, hash: number): void => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number;
  };
  const recent = new Int32Array(RECENT * ROW);
  const intern: Names['intern'] = (source, from, to, hash) => {
    const row = (hash & (RECENT - 1)) * ROW;
    if (recent[row] === hash && recent[row + 3] === to - from && isSame(recent[row + 2] ?? 0, source, from, to)) {
      return recent[row + 1] ?? 0;
    }
    const number = find(source, from, to, hash);
    recent[row] = hash;
    recent[row + 1] = number;
    recent[row + 2] = starts[number] ?? 0;
    recent[row + 3] = to - from;
    return number;
  };
  const isSame = (start: number, source: Uint8Array, from: number, to: number): boolean => {
    let at = from;
    let own = start;
    while (at < to && bytes[own] === source[at]) {
      at++;
      own++;
    }
    return at === to;
  };
  const find: Names['intern'] = (source, from, to, hash) => {
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0;
      if (number === 0) return add(hash, source, from, to);
      if (hashes[number] !== hash) continue;
      const start = starts[number] ?? 0;
      if ((starts[number + 1] ?? 0) - start === to - from && isSame(start, source, from, to)) return number;
    }
  };
  return {
    intern,
    numberOf: (word) => {
      const source = Buffer.from(word, 'latin1');
      return intern(source, 0, source.length, hashOf(source, 0, source.length));
    },
    wordOf: (number) => bytes.toString('latin1', starts[number] ?? 0, starts[number + 1] ?? 0),
    count: () => count,
    columns: () => ({ count, bytes: bytes.subarray(0, used), starts, hashes, slots }),
  };
}

/** What `intern` takes; the lexer computes the same while it reads a word. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = addToHash(hash, bytes[at] ?? 0);
  return finishHash(hash);
}

export function addToHash(hash: number, byte: number): number {
  return Math.imul(hash, 0x01000193) ^ byte;
}

/** The low bits choose the slot, and the last bytes of a word alone would fill them. */
export function finishHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function copyOf(array: Int32Array): Int32Array<ArrayBuffer> {
  return new Int32Array(array);
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
