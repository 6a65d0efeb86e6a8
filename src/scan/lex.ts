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
      let at = from;
      let isLineStart = true;
      while (at < to) {
        const byte = bytes[at] ?? 0;
        const kind = classes[byte] ?? 0;
        if (kind === SPACE) {
          at++;
          continue;
        }
        if (kind === LINE_END) {
          lexer.line++;
          at++;
          isLineStart = true;
          continue;
        }
        if (byte === SLASH && (bytes[at + 1] === STAR || bytes[at + 1] === SLASH)) {
          at = skipComment(bytes, at, to);
          continue;
        }
        if (byte === BACKSLASH && (bytes[at + 1] === NEWLINE || bytes[at + 1] === 13)) {
          at++;
          continue;
        }
        if (byte === HASH && isLineStart && directives) return at;
        isLineStart = false;
        if (tokens.count + 2 >= tokens.kind.length) growTokens(tokens);
        const index = tokens.count++;
        tokens.start[index] = at;
        tokens.line[index] = lexer.line;
        if (kind === LETTER) {
          let end = at;
          let hash = 0;
          for (;;) {
            const letter = bytes[end] ?? 0;
            const itsKind = classes[letter] ?? 0;
            if (end >= to || (itsKind !== LETTER && itsKind !== DIGIT)) break;
            hash = addToHash(hash, letter);
            end++;
          }
          const next = bytes[end] ?? 0;
          if (end < to && (next === 34 || next === 39) && isPrefix(bytes, at, end)) {
            tokens.count--;
            at = end;
            continue;
          }
          tokens.kind[index] = token.name;
          tokens.name[index] = names.intern(bytes, at, end, finishHash(hash));
          at = end;
          continue;
        }
        tokens.name[index] = 0;
        if (kind === DIGIT) {
          tokens.kind[index] = token.number;
          at = endOfNumber(bytes, at, to);
        } else if (kind === QUOTE) {
          tokens.kind[index] = token.text;
          at = endOfText(bytes, at, to);
        } else at = punctuation(bytes, at, index, tokens);
      }
      return to;
    },
  };

  const skipComment = (bytes: Uint8Array, from: number, to: number): number => {
    const isBlock = bytes[from + 1] === STAR;
    let at = from + 2;
    for (; at < to; at++) {
      const byte = bytes[at];
      if (byte === NEWLINE) {
        if (!isBlock && bytes[at - 1] !== BACKSLASH && !(bytes[at - 1] === 13 && bytes[at - 2] === BACKSLASH))
          return at;
        lexer.line++;
      } else if (isBlock && byte === STAR && bytes[at + 1] === SLASH) return at + 2;
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

  const punctuation = (bytes: Uint8Array, at: number, index: number, tokens: Tokens): number => {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    let kind: number = byte;
    let length = 1;
    if (byte === 123) lexer.braces++;
    else if (byte === 125) lexer.braces--;
    else if (byte === 40) lexer.parentheses++;
    else if (byte === 41) lexer.parentheses--;
    else if (byte === 45 && next === 62) [kind, length] = [token.arrow, 2];
    else if (byte === HASH && next === HASH) [kind, length] = [token.glue, 2];
    else if (byte === 38 && next === 38) [kind, length] = [token.and, 2];
    else if (byte === 124 && next === 124) [kind, length] = [token.or, 2];
    else if (byte === 46 && next === 46) [kind, length] = [token.operator, bytes[at + 2] === 46 ? 3 : 2];
    else if (next === 61 && isAssignable(byte)) [kind, length] = [token.operator, 2];
    else if ((byte === 60 || byte === 62) && next === byte)
      [kind, length] = [token.operator, bytes[at + 2] === 61 ? 3 : 2];
    else if (isPlain(byte)) kind = token.operator;
    tokens.kind[index] = kind;
    return at + length;
  };

  return lexer;
}

/** `==`, `+=` and the like. */
function isAssignable(byte: number): boolean {
  return byte === 61 || byte === 33 || byte === 60 || byte === 62 || isPlain(byte) || byte === STAR || byte === 38;
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
