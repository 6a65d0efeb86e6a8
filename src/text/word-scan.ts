import {
  add,
  addBeginning,
  addIdentifiers,
  addString,
  addStrings,
  at,
  emptyTable,
  hashOf,
  isWordByte,
  SLOTS,
  slotOf,
  type Table,
} from './word-table.ts';

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

/** @param words In latin1, as texts are held; an empty one stands nowhere. */
export function compileWordScan(words: readonly string[]): WordScan {
  const list = words.map((word) => Buffer.from(word, 'latin1'));
  const identifiers = emptyTable(list);
  const strings = emptyTable(list);
  const own: number[] = [];
  const anchored: number[] = [];
  const others: number[] = [];
  for (const [index, word] of list.entries()) {
    const anchor = word.findIndex((byte) => isWordByte[byte] === 0);
    if (word.length === 0) continue;
    if (anchor < 0 && !isDigit(word[0])) {
      add(identifiers, hashOf(word), index);
      own.push(index);
    } else if (anchor > 0 && anchor < word.length - 1) anchored.push(index);
    else others.push(index);
  }
  const windows = own.length === 0 ? null : compileWindows(list, own, anchored);
  for (const index of anchored) if (windows?.strings.has(index) !== true) addString(strings, index);
  const anchors = [...strings.anchors.keys()].filter((byte) => strings.anchors[byte] === 1);
  const look = (bytes: Buffer, length: number, found: Set<number>): void => {
    if (own.length > 0 && windows === null) {
      scan(bytes, length, identifiers, strings, found);
      return;
    }
    if (windows !== null) scanWindows(windows, bytes, length, identifiers, found);
    for (const anchor of anchors) scanFor(anchor, bytes.subarray(0, length), strings, found);
  };
  return {
    in: (bytes, length) => {
      bytes[length] = 0;
      const found = new Set<number>();
      look(bytes, length, found);
      for (const index of others) if (stands(bytes, length, list[index] ?? bytes)) found.add(index);
      return [...found].sort((a, b) => a - b);
    },
  };
}

/** Written for speed: it sees every byte of a project. */
function scan(bytes: Buffer, length: number, identifiers: Table, strings: Table, found: Set<number>): void {
  const { heads } = identifiers;
  const { anchors } = strings;
  const isWord = isWordByte;
  let next = 0;
  while (next < length) {
    let byte = bytes[next] as number;
    if (isWord[byte] === 0) {
      if (anchors[byte] === 1 && next > 0) addStrings(strings, bytes, next, length, found);
      next++;
      continue;
    }
    const start = next;
    let hash = 0;
    do {
      hash = (Math.imul(hash, 31) + byte) | 0;
      byte = bytes[++next] as number;
    } while (isWord[byte] === 1);
    if (heads[slotOf(hash)] !== -1) addIdentifiers(identifiers, slotOf(hash), bytes, start, next, found);
  }
}

/**
 * How far the beginnings of all words are from what stands in a text, so that most bytes are never looked at.
 * A window has `size` bytes; of its last three `shifts` tells how many bytes further the next window may end, where 0 is a
 * window in which a word may begin.
 */
type Windows = {
  readonly size: number;
  readonly shifts: Uint8Array;
  /** Words that are no identifiers and as long as a window, by the last three bytes of their first one. */
  readonly table: Table;
  readonly strings: ReadonlySet<number>;
};

/** With a shorter window as many bytes are looked at as there are. A longer one leaps over little more. */
const [SHORTEST_WINDOW, LONGEST_WINDOW] = [5, 8];

/** So many kinds of three bytes for each that a leap may be long: with more, leaps are too short to be worth a window. */
const MOST_KINDS = 400;

/**
 * Null where an identifier is too short, or too many have little in common. What ends an identifier is one more byte that a
 * window may have.
 */
function compileWindows(
  words: readonly Buffer[],
  identifiers: readonly number[],
  anchored: readonly number[],
): Windows | null {
  const length = (index: number): number => words[index]?.length ?? 0;
  const size = identifiers.reduce((least, index) => Math.min(least, length(index) + 1), LONGEST_WINDOW);
  if (size < SHORTEST_WINDOW) return null;
  const shifts = new Uint8Array(SLOTS).fill(size - 2);
  const table = emptyTable(words);
  const strings = new Set(anchored.filter((index) => length(index) >= size));
  let kinds = 0;
  const note = (a: number, b: number, c: number, end: number): void => {
    const slot = slotOfThree(a, b, c);
    if (at(shifts, slot) === size - 2) kinds++;
    shifts[slot] = Math.min(at(shifts, slot), size - 1 - end);
  };
  for (const index of [...identifiers, ...strings]) {
    const word = words[index] ?? Buffer.alloc(0);
    for (let end = 2; end < Math.min(size, word.length); end++)
      note(at(word, end - 2), at(word, end - 1), at(word, end), end);
  }
  if (kinds > MOST_KINDS * (size - 2)) return null;
  for (const index of identifiers.filter((one) => length(one) < size)) {
    const word = words[index] ?? Buffer.alloc(0);
    for (let byte = 0; byte < isWordByte.length; byte++)
      if (isWordByte[byte] === 0) note(at(word, size - 3), at(word, size - 2), byte, size - 1);
  }
  for (const index of strings) {
    const word = words[index] ?? Buffer.alloc(0);
    add(table, slotOfThree(at(word, size - 3), at(word, size - 2), at(word, size - 1)), index);
  }
  return { size, shifts, table, strings };
}

function slotOfThree(a: number, b: number, c: number): number {
  return ((a << 10) ^ (b << 5) ^ c) & (SLOTS - 1);
}

function scanWindows(windows: Windows, bytes: Buffer, length: number, identifiers: Table, found: Set<number>): void {
  const { size, shifts, table } = windows;
  const { heads } = identifiers;
  const isWord = isWordByte;
  // An identifier that ends the text has the NUL behind it in its window.
  for (let last = size - 1; last <= length; ) {
    const slot = slotOfThree(bytes[last - 2] as number, bytes[last - 1] as number, bytes[last] as number);
    const shift = shifts[slot] as number;
    if (shift !== 0) {
      last += shift;
      continue;
    }
    const start = last - size + 1;
    if (start === 0 || isWord[bytes[start - 1] as number] === 0) {
      let hash = 0;
      let next = start;
      for (let byte = bytes[next] as number; isWord[byte] === 1; byte = bytes[++next] as number)
        hash = (Math.imul(hash, 31) + byte) | 0;
      if (heads[slotOf(hash)] !== -1) addIdentifiers(identifiers, slotOf(hash), bytes, start, next, found);
    }
    if (table.heads[slot] !== -1) addBeginning(table, slot, bytes, start, length, found);
    last++;
  }
}

/** The same for strings alone: from one of their anchors to the next takes the eighth of a look at every byte. */
function scanFor(anchor: number, bytes: Buffer, strings: Table, found: Set<number>): void {
  for (let next = bytes.indexOf(anchor, 1); next > 0; next = bytes.indexOf(anchor, next + 1))
    addStrings(strings, bytes, next, bytes.length, found);
}

function stands(bytes: Buffer, length: number, word: Buffer): boolean {
  const start = bytes.indexOf(word);
  return start >= 0 && start + word.length <= length;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
