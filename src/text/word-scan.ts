/** Words compiled for scanning many files as bytes: one pass over each however many words there are, and no text made. */
export type WordScan = {
  /**
   * The words that stand in the first `length` bytes, by their places in the compiled list, in ascending order.
   * Identifiers count as whole words only, anything else as a plain string.
   *
   * @param bytes Longer than `length`: the byte behind becomes a NUL, at which an identifier ends.
   */
  in(bytes: Buffer, length: number): readonly number[];
};

/** Slots of a table, a power of two: with some thousand words, most of what a text holds meets an empty slot. */
const SLOTS = 1 << 16;

const isWordByte = new Uint8Array(256);
for (const byte of Buffer.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$'))
  isWordByte[byte] = 1;

/** @param words In latin1, as texts are held; an empty one stands nowhere. */
export function compileWordScan(words: readonly string[]): WordScan {
  const list = words.map((word) => Buffer.from(word, 'latin1'));
  const identifiers = emptyTable(list);
  const strings = emptyTable(list);
  const others: number[] = [];
  let hasIdentifiers = false;
  for (const [index, word] of list.entries()) {
    const anchor = word.findIndex((byte) => isWordByte[byte] === 0);
    if (word.length === 0) continue;
    if (anchor < 0 && !isDigit(word[0])) {
      add(identifiers, hashOf(word), index);
      hasIdentifiers = true;
    } else if (anchor > 0 && anchor < word.length - 1) {
      add(strings, (at(word, anchor - 1) << 8) | at(word, anchor + 1), index);
      strings.anchors[at(word, anchor)] = 1;
      strings.offsets[index] = anchor;
    } else others.push(index);
  }
  const anchors = [...strings.anchors.keys()].filter((byte) => strings.anchors[byte] === 1);
  return {
    in: (bytes, length) => {
      bytes[length] = 0;
      const found = new Set<number>();
      if (hasIdentifiers) scan(bytes, length, identifiers, strings, found);
      else for (const anchor of anchors) scanFor(anchor, bytes.subarray(0, length), strings, found);
      for (const index of others) if (stands(bytes, length, list[index] ?? bytes)) found.add(index);
      return [...found].sort((a, b) => a - b);
    },
  };
}

/** Chains of words by a key: `heads` has the last word of a chain, `before` the one before each; -1 ends a chain. */
type Table = {
  readonly words: readonly Buffer[];
  readonly heads: Int32Array;
  readonly before: Int32Array;
  /** Of strings: the bytes that are the first of a string that no identifier has, and its offset in each string. */
  readonly anchors: Uint8Array;
  readonly offsets: Int32Array;
};

function emptyTable(words: readonly Buffer[]): Table {
  return {
    words,
    heads: new Int32Array(SLOTS).fill(-1),
    before: new Int32Array(words.length).fill(-1),
    anchors: new Uint8Array(256),
    offsets: new Int32Array(words.length),
  };
}

function add({ heads, before }: Table, key: number, index: number): void {
  before[index] = heads[key] ?? -1;
  heads[key] = index;
}

/** Written for speed: it sees every byte of a project. */
function scan(bytes: Buffer, length: number, identifiers: Table, strings: Table, found: Set<number>): void {
  const { heads } = identifiers;
  const { anchors } = strings;
  let next = 0;
  while (next < length) {
    let byte = bytes[next] as number;
    if (isWordByte[byte] === 0) {
      if (anchors[byte] === 1 && next > 0) addStrings(strings, bytes, next, length, found);
      next++;
      continue;
    }
    const start = next;
    let hash = 0;
    do {
      hash = (Math.imul(hash, 31) + byte) | 0;
      byte = bytes[++next] as number;
    } while (isWordByte[byte] === 1);
    if (heads[slotOf(hash)] !== -1) addIdentifiers(identifiers, slotOf(hash), bytes, start, next, found);
  }
}

/** The same for strings alone: from one of their anchors to the next takes the eighth of a look at every byte. */
function scanFor(anchor: number, bytes: Buffer, strings: Table, found: Set<number>): void {
  for (let next = bytes.indexOf(anchor, 1); next > 0; next = bytes.indexOf(anchor, next + 1))
    addStrings(strings, bytes, next, bytes.length, found);
}

function addIdentifiers(
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

function addStrings(
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

function stands(bytes: Buffer, length: number, word: Buffer): boolean {
  const start = bytes.indexOf(word);
  return start >= 0 && start + word.length <= length;
}

function hashOf(word: Buffer): number {
  let hash = 0;
  for (const byte of word) hash = (Math.imul(hash, 31) + byte) | 0;
  return slotOf(hash);
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** A byte or an index that is known to be there. */
function at(list: Uint8Array | Int32Array, index: number): number {
  return list[index] as number;
}
