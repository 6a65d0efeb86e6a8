/** Kinds of tokens. What is one character of punctuation is its code. */
export const token = {
  end: 0,
  name: 1,
  number: 2,
  text: 3,
  arrow: 4,
  /** `##`. */
  glue: 5,
  /** An operator that the scanner does not tell apart. */
  operator: 6,
  and: 7,
  or: 8,
  /** `==` and `!=`. */
  equal: 9,
  unequal: 10,
  not: 33,
  ampersand: 38,
  open: 40,
  close: 41,
  star: 42,
  comma: 44,
  dot: 46,
  colon: 58,
  semicolon: 59,
  assign: 61,
  question: 63,
  openIndex: 91,
  closeIndex: 93,
  openBrace: 123,
  closeBrace: 125,
} as const;

/**
 * The tokens of one file in arrays, which the next file uses again. Token 0 is none, so that there is something before
 * the first; behind the last stands one of kind `end`.
 */
export type Tokens = {
  /** The file. */
  bytes: Uint8Array;
  /** One more than the last token's index. */
  count: number;
  kind: Uint8Array;
  /** The number of a name's word; 0 for other tokens. */
  name: Int32Array;
  /** Byte offsets. */
  start: Int32Array;
  line: Int32Array;
  /** Of a bracket the index of its partner; 0 where it has none. */
  match: Int32Array;
};

export function makeTokens(): Tokens {
  const capacity = 1 << 14;
  return {
    bytes: new Uint8Array(0),
    count: 1,
    kind: new Uint8Array(capacity),
    name: new Int32Array(capacity),
    start: new Int32Array(capacity),
    line: new Int32Array(capacity),
    match: new Int32Array(capacity),
  };
}

export function emptyTokens(tokens: Tokens): void {
  tokens.count = 1;
  tokens.kind[0] = token.end;
}

/** Whether a token is the number 0. */
export function isZero({ bytes, kind, start }: Tokens, at: number): boolean {
  const [first, next] = [bytes[start[at] ?? 0], bytes[(start[at] ?? 0) + 1] ?? 0];
  const isLonger = (next >= 48 && next <= 57) || next === 46 || (next | 32) === 120 || (next | 32) === 98;
  return kind[at] === token.number && first === 48 && !isLonger;
}

/** Makes room for one more token and the end. */
export function growTokens(tokens: Tokens): void {
  const capacity = tokens.kind.length * 2;
  const kind = new Uint8Array(capacity);
  kind.set(tokens.kind);
  tokens.kind = kind;
  for (const column of ['name', 'start', 'line', 'match'] as const) {
    const larger = new Int32Array(capacity);
    larger.set(tokens[column]);
    tokens[column] = larger;
  }
}

/**
 * Pairs the brackets from a token on. An end that does not fit the innermost beginning closes the nearest that it fits,
 * and those inside have no partner: macros and conditionals leave some.
 */
export function matchBrackets(tokens: Tokens, from: number): void {
  const { kind, match, count } = tokens;
  kind[count] = token.end;
  const open: number[] = [];
  const depths = [0, 0, 0];
  for (let at = from; at < count; at++) {
    match[at] = 0;
    const level = levels[kind[at] ?? 0] ?? 0;
    if (level === 0) continue;
    if (level > 0) {
      open.push(at);
      depths[level - 1] = (depths[level - 1] ?? 0) + 1;
      continue;
    }
    if ((depths[-level - 1] ?? 0) === 0) continue;
    for (;;) {
      const partner = open.pop() ?? 0;
      const opened = levels[kind[partner] ?? 0] ?? 0;
      depths[opened - 1] = (depths[opened - 1] ?? 0) - 1;
      if (opened === -level) {
        match[partner] = at;
        match[at] = partner;
        break;
      }
    }
  }
}

/** By kind: 1, 2, 3 for `(`, `[`, `{`, and less than nothing for their partners. */
const levels = new Int8Array(256);
[levels[token.open], levels[token.openIndex], levels[token.openBrace]] = [1, 2, 3];
[levels[token.close], levels[token.closeIndex], levels[token.closeBrace]] = [-1, -2, -3];
