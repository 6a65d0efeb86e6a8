/** Slots of a table, a power of two: with some thousand words, most of what a text holds meets an empty slot. */
export const SLOTS = 1 << 16;

export const isWordByte = new Uint8Array(256);
for (const byte of Buffer.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$'))
  isWordByte[byte] = 1;

/** Chains of words by a key: `heads` has the last word of a chain, `before` the one before each; -1 ends a chain. */
export type Table = {
  readonly words: readonly Buffer[];
  readonly heads: Int32Array;
  readonly before: Int32Array;
  /** Of strings: the bytes that are the first of a string that no identifier has, and its offset in each string. */
  readonly anchors: Uint8Array;
  readonly offsets: Int32Array;
};

export function emptyTable(words: readonly Buffer[]): Table {
  return {
    words,
    heads: new Int32Array(SLOTS).fill(-1),
    before: new Int32Array(words.length).fill(-1),
    anchors: new Uint8Array(256),
    offsets: new Int32Array(words.length),
  };
}

export function add({ heads, before }: Table, key: number, index: number): void {
  before[index] = heads[key] ?? -1;
  heads[key] = index;
}

/** Notes the word of a slot that stands from `start` to `end`, if one does. */
export function addIdentifiers(
  { words, heads, before }: Table,
  slot: number,
  bytes: Buffer,
  start: number,
  end: number,
  found: Set<number>,
): void {
  for (let index = at(heads, slot); index !== -1; index = at(before, index)) {
    const word = words[index];
    if (word?.length === end - start && word.compare(bytes, start, end) === 0) found.add(index);
  }
}

/** Puts a string into the chain of what stands before and behind its anchor. */
export function addString(strings: Table, index: number): void {
  const word = strings.words[index] ?? Buffer.alloc(0);
  const anchor = word.findIndex((byte) => isWordByte[byte] === 0);
  add(strings, (at(word, anchor - 1) << 8) | at(word, anchor + 1), index);
  strings.anchors[at(word, anchor)] = 1;
  strings.offsets[index] = anchor;
}

/** Notes the strings that have the byte at `anchor` as theirs. */
export function addStrings(
  { words, heads, before, offsets }: Table,
  bytes: Buffer,
  anchor: number,
  length: number,
  found: Set<number>,
): void {
  const slot = (at(bytes, anchor - 1) << 8) | at(bytes, anchor + 1);
  for (let index = at(heads, slot); index !== -1; index = at(before, index)) {
    const start = anchor - at(offsets, index);
    const word = words[index];
    if (!word || start < 0 || start + word.length > length) continue;
    if (word.compare(bytes, start, start + word.length) === 0) found.add(index);
  }
}

/** Notes the strings of a slot that begin at `start`. */
export function addBeginning(
  { words, heads, before }: Table,
  slot: number,
  bytes: Buffer,
  start: number,
  length: number,
  found: Set<number>,
): void {
  for (let index = at(heads, slot); index !== -1; index = at(before, index)) {
    const word = words[index];
    if (word === undefined || start + word.length > length) continue;
    if (word.compare(bytes, start, start + word.length) === 0) found.add(index);
  }
}

export function hashOf(word: Buffer): number {
  let hash = 0;
  for (const byte of word) hash = (Math.imul(hash, 31) + byte) | 0;
  return slotOf(hash);
}

export function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** A byte or an index that is known to be there. */
export function at(list: Uint8Array | Int32Array, index: number): number {
  return list[index] as number;
}
