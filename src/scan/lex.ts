import { addToHash, finishHash, type Names } from './names.ts';
import { growTokens, type Tokens, token } from './tokens.ts';

/** Classes of bytes. */
const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const LINE_END = 3;
const QUOTE = 4;
const OTHER = 5;

const classes = new Uint8Array(256).map((_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[A-Za-z_$]/.test(character) || byte >= 0x80) return LETTER;
  if (/[0-9]/.test(character)) return DIGIT;
  if (character === '\n') return LINE_END;
  if (/["']/.test(character)) return QUOTE;
  return byte <= 0x20 || byte === 0x7f ? SPACE : OTHER;
});

/** Letters and digits. */
const isWordByte = classes.map((kind) => (kind === LETTER || kind === DIGIT ? 1 : 0));

const SLASH = 47;
const STAR = 42;
const BACKSLASH = 92;
const HASH = 35;
const NEWLINE = 10;

export type Lexer = {
  /**
   * Appends the tokens of `bytes[from..to)` to `tokens` and returns where it stopped: at `to`, or at the `#` of a
   * directive when `directives` is true and it is the first on its line.
   */
  readonly lex: (bytes: Uint8Array, from: number, to: number, tokens: Tokens, directives: boolean) => number;
  /** The line (from 1) where the lexer stands; set before the first byte. */
  line: number;
  /** Braces and parentheses that are open, over all that was lexed; the conditionals compare branches by them. */
  braces: number;
  parentheses: number;
};

export function makeLexer(names: Names): Lexer {
  const lexer: Lexer = {
    line: 1,
    braces: 0,
    parentheses: 0,
    lex: (bytes, from, to, tokens, directives) => {
      let { kind: kinds, name: numbers, start: starts, line: lines, count } = tokens;
      let { line } = lexer;
      let at = from;
      let isLineStart = true;
      while (at < to) {
        let byte = bytes[at] ?? 0;
        let kind = classes[byte] ?? 0;
        if (kind === SPACE) {
          // Most spaces stand in rows, and before a word.
          do {
            if (++at >= to) break;
            byte = bytes[at] ?? 0;
            kind = classes[byte] ?? 0;
          } while (kind === SPACE);
          if (at >= to) break;
        }
        if (kind === LINE_END) {
          line++;
          at++;
          isLineStart = true;
          continue;
        }
        if (count + 2 >= kinds.length) {
          growTokens(tokens);
          ({ kind: kinds, name: numbers, start: starts, line: lines } = tokens);
        }
        if (kind === LETTER) {
          isLineStart = false;
          let end = at;
          let hash = 0;
          let letter = byte;
          do {
            hash = addToHash(hash, letter);
            letter = ++end < to ? (bytes[end] ?? 0) : 0;
          } while (isWordByte[letter] === 1);
          if ((letter === 34 || letter === 39) && isPrefix(bytes, at, end)) {
            at = end;
            continue;
          }
          kinds[count] = token.name;
          numbers[count] = names.intern(bytes, at, end, finishHash(hash));
          starts[count] = at;
          lines[count++] = line;
          at = end;
          continue;
        }
        if (kind === OTHER) {
          // What lies behind the end is not asked for: an array that was would be slower from then on.
          const next = at + 1 < to ? (bytes[at + 1] ?? 0) : 0;
          if (byte === SLASH && (next === STAR || next === SLASH)) {
            lexer.line = line;
            at = next === STAR ? skipBlock(bytes, at, to) : skipLine(bytes, at, to);
            line = lexer.line;
            continue;
          }
          if (byte === BACKSLASH && (next === NEWLINE || next === 13)) {
            at++;
            continue;
          }
          if (byte === HASH && isLineStart && directives) break;
          isLineStart = false;
          numbers[count] = 0;
          starts[count] = at;
          lines[count] = line;
          at += punctuation(byte, next, at + 2 < to ? (bytes[at + 2] ?? 0) : 0, count++, kinds);
          continue;
        }
        isLineStart = false;
        numbers[count] = 0;
        starts[count] = at;
        lines[count] = line;
        if (kind === DIGIT) {
          kinds[count] = token.number;
          at = endOfNumber(bytes, at, to);
        } else {
          kinds[count] = token.text;
          lexer.line = line;
          at = endOfText(bytes, at, to);
          line = lexer.line;
        }
        count++;
      }
      tokens.count = count;
      lexer.line = line;
      return Math.min(at, to);
    },
  };

  const skipBlock = (bytes: Uint8Array, from: number, to: number): number => {
    let lines = 0;
    let end = to;
    for (let at = from + 2; at < to; at++) {
      const byte = bytes[at];
      if (byte === NEWLINE) lines++;
      else if (byte === STAR && at + 1 < to && bytes[at + 1] === SLASH) {
        end = at + 2;
        break;
      }
    }
    lexer.line += lines;
    return end;
  };

  /** To the end of the line, which a backslash continues. */
  const skipLine = (bytes: Uint8Array, from: number, to: number): number => {
    for (let at = from + 2; at < to; at++) {
      if (bytes[at] !== NEWLINE) continue;
      const isContinued = bytes[at - 1] === BACKSLASH || (bytes[at - 1] === 13 && bytes[at - 2] === BACKSLASH);
      if (!isContinued) return at;
      lexer.line++;
    }
    return to;
  };

  /** A text ends with its line where it does not end before: an apostrophe in disabled prose must not swallow a file. */
  const endOfText = (bytes: Uint8Array, from: number, to: number): number => {
    const quote = bytes[from];
    for (let at = from + 1; at < to; at++) {
      const byte = bytes[at];
      if (byte === quote) return at + 1;
      if (byte === NEWLINE) return at;
      if (byte !== BACKSLASH) continue;
      at++;
      if (bytes[at] === 13 && bytes[at + 1] === NEWLINE) at++;
      if (bytes[at] === NEWLINE) lexer.line++;
    }
    return to;
  };

  /** Takes a byte and the two behind it; returns the length. */
  const punctuation = (byte: number, next: number, third: number, index: number, kinds: Uint8Array): number => {
    let kind: number = byte;
    let length = 1;
    if (byte === 123) lexer.braces++;
    else if (byte === 125) lexer.braces--;
    else if (byte === 40) lexer.parentheses++;
    else if (byte === 41) lexer.parentheses--;
    else if (byte !== 44 && byte !== 59) {
      const found = operatorAt(byte, next, third);
      kind = found & 255;
      length = found >> 8;
    }
    kinds[index] = kind;
    return length;
  };

  return lexer;
}

/** The kind of an operator, and 256 times its length. */
function operatorAt(byte: number, next: number, third: number): number {
  const two = 2 << 8;
  if (byte === 45 && next === 62) return token.arrow + two;
  if (byte === HASH && next === HASH) return token.glue + two;
  if (byte === 38 && next === 38) return token.and + two;
  if (byte === 124 && next === 124) return token.or + two;
  if (byte === 46 && next === 46) return token.operator + (third === 46 ? 3 << 8 : two);
  if (next === 61 && byte === 61) return token.equal + two;
  if (next === 61 && byte === 33) return token.unequal + two;
  if (next === 61 && isAssignable(byte)) return token.operator + two;
  if ((byte === 60 || byte === 62) && next === byte) return token.operator + (third === 61 ? 3 << 8 : two);
  return (isPlain(byte) ? token.operator : byte) + (1 << 8);
}

/** `<=`, `+=` and the like. */
function isAssignable(byte: number): boolean {
  return byte === 60 || byte === 62 || isPlain(byte) || byte === STAR || byte === 38;
}

/** Operators that the scanner does not ask for by name. */
function isPlain(byte: number): boolean {
  return (
    byte === 43 ||
    byte === 45 ||
    byte === SLASH ||
    byte === 37 ||
    byte === 94 ||
    byte === 124 ||
    byte === 126 ||
    byte === 60 ||
    byte === 62
  );
}

/** `L`, `u8` and the like before a text. */
function isPrefix(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from];
  if (to - from === 1) return first === 76 || first === 117 || first === 85;
  return to - from === 2 && first === 117 && bytes[from + 1] === 56;
}

function endOfNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from + 1;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const kind = classes[byte];
    if (kind === LETTER || kind === DIGIT || byte === 46) continue;
    const before = bytes[at - 1];
    if ((byte === 43 || byte === 45) && (before === 101 || before === 69 || before === 112 || before === 80)) continue;
    break;
  }
  return at;
}
