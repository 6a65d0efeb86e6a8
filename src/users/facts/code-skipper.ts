/** Goes over the code of a file without cutting it into tokens, and knows which braces are open. */
export type CodeSkipper = {
  /** Starts a file. */
  readonly open: (bytes: Uint8Array) => void;
  /** From a byte at the start of the file or behind a directive to the `#` of the next directive, or to the end. */
  readonly skip: (from: number) => number;
  /** How many braces are open, and how many of them from that of `extern "C"` on. */
  readonly depth: () => number;
  readonly linkage: () => number;
  /** Whether a brace closed that none of the file opened. */
  readonly closesMore: () => boolean;
  /** The word at the end of the code that was skipped last; empty where none is there, null where that was no code. */
  readonly lastWord: () => string | null;
};

/** Directives, texts and comments are told apart as the lexer does it. */
export function makeCodeSkipper(): CodeSkipper {
  let bytes: Uint8Array = new Uint8Array(0);
  let [depth, linkage, closesMore] = [0, 0, false];
  let [from, stop] = [0, 0];
  /** The comments that were seen last with nothing but blanks between them. */
  let [gapStart, gapEnd] = [-1, -1];
  /** The end of the text that was seen last. */
  let textEnd = -1;
  let isBehindExtern = false;

  const skip = (start: number): number => {
    const { length } = bytes;
    const source = bytes;
    [from, gapStart, gapEnd, textEnd, isBehindExtern] = [start, -1, -1, -1, false];
    let lineStart = start;
    let at = start;
    while (at < length) {
      const byte = source[at] ?? 0;
      if (isSpecial[byte] === 0) at++;
      else if (byte === NEWLINE) lineStart = ++at;
      else if (byte === SLASH) {
        const next = at + 1 < length ? source[at + 1] : 0;
        if (next !== STAR && next !== SLASH) {
          at++;
          continue;
        }
        const end = next === STAR ? endOfBlock(source, at) : endOfLine(source, at);
        if (next === STAR && isBlank(source, lineStart, at)) lineStart = end;
        if (gapEnd < 0 || behindBlanks(at) !== gapEnd) gapStart = at;
        gapEnd = end;
        at = end;
      } else if (byte === HASH) {
        if (isBlank(source, lineStart, at)) break;
        at++;
      } else if (byte === OPEN) {
        depth++;
        if (linkage > 0 || isLinkage(at)) linkage++;
        at++;
      } else if (byte === CLOSE) {
        closesMore ||= depth === 0 && linkage === 0;
        linkage = Math.max(0, linkage - 1);
        // Branches may open what they do not close; a brace at the start of a line ends what is at the top.
        depth = at === 0 || source[at - 1] === NEWLINE ? 0 : Math.max(0, depth - 1);
        at++;
      } else {
        isBehindExtern = byte === QUOTE && wordBefore(behindGap(at)) === 'extern';
        at = endOfText(source, at);
        textEnd = at;
      }
    }
    stop = Math.min(at, length);
    return stop;
  };

  /** The byte behind what stands before blanks, the comments that were seen last not gone into. */
  const behindBlanks = (before: number): number => {
    let at = before;
    while (at > from && at !== gapEnd && at !== textEnd) {
      const byte = bytes[at - 1] ?? 0;
      const isContinued = byte === BACKSLASH && (bytes[at] === NEWLINE || bytes[at] === RETURN);
      if (isBlankByte[byte] === 0 && byte !== NEWLINE && !isContinued) break;
      at--;
    }
    return at;
  };

  /** The byte behind what stands before blanks and comments. */
  const behindGap = (before: number): number => {
    const at = behindBlanks(before);
    return at === gapEnd && at > from ? behindBlanks(gapStart) : at;
  };

  /** Behind `extern "C"`. */
  const isLinkage = (brace: number): boolean => isBehindExtern && behindGap(brace) === textEnd;

  const wordBefore = (end: number): string => {
    let start = end;
    while (start > from && isWordByte[bytes[start - 1] ?? 0] === 1) start--;
    const first = bytes[start] ?? 0;
    return start === end || (first >= 48 && first <= 57) ? '' : String.fromCharCode(...bytes.subarray(start, end));
  };

  return {
    open: (file) => {
      bytes = file;
      [depth, linkage, closesMore] = [0, 0, false];
    },
    skip,
    depth: () => depth,
    linkage: () => linkage,
    closesMore: () => closesMore,
    lastWord: () => {
      const end = behindGap(stop);
      if (end <= from) return null;
      return end === textEnd ? '' : wordBefore(end);
    },
  };
}

function endOfBlock(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  for (let at = from + 2; at + 1 < length; at++) if (bytes[at] === STAR && bytes[at + 1] === SLASH) return at + 2;
  return length;
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  for (let at = from + 2; at < length; at++) {
    if (bytes[at] !== NEWLINE) continue;
    const isContinued = bytes[at - 1] === BACKSLASH || (bytes[at - 1] === RETURN && bytes[at - 2] === BACKSLASH);
    if (!isContinued) return at;
  }
  return length;
}

function endOfText(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  const quote = bytes[from];
  for (let at = from + 1; at < length; at++) {
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte === NEWLINE) return at;
    if (byte !== BACKSLASH) continue;
    at++;
    if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) at++;
  }
  return length;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isBlankByte[bytes[at] ?? 0] === 0) return false;
  return true;
}

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const HASH = 35;
const STAR = 42;
const SLASH = 47;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

const isSpecial = new Uint8Array(256);
for (const byte of [NEWLINE, QUOTE, HASH, 39, SLASH, OPEN, CLOSE]) isSpecial[byte] = 1;

const isBlankByte = new Uint8Array(256).map((_, byte) => (byte !== NEWLINE && (byte <= 0x20 || byte === 0x7f) ? 1 : 0));
const isWordByte = new Uint8Array(256).map((_, byte) => (/[\w$\x80-\xff]/.test(String.fromCharCode(byte)) ? 1 : 0));
