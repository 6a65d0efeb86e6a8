import type { Names } from '../scan/names.ts';
import { makeTokenizer, type TokenizedFile } from '../scan/tokenize.ts';
import { isZero, type Tokens, token } from '../scan/tokens.ts';
import { isWord } from '../scan/words.ts';
import { readDeadCalls } from './flow.ts';
import type { LockWords } from './lock-words.ts';
import { isOnlyRead } from './only-read.ts';

/** Parameters by index from 0, and whether each is true or false. */
export type KnownParameters = ReadonlyMap<number, boolean>;

/** A function by its name and the line of it. */
export type FunctionPlace = { readonly name: string; readonly line: number };

export type SwitchReader = {
  /** The arguments of the call that begins at a byte which are constants, or parameters of the caller that are known. */
  readonly constantsOf: (bytes: Uint8Array, start: number, caller: Caller) => KnownParameters;
  /** The calls of a function, by the bytes where they begin, that are not made where its parameters are so. */
  readonly callsOff: (bytes: Uint8Array, at: FunctionPlace, known: KnownParameters) => ReadonlySet<number>;
};

/** Which of its parameters are known, and its head. */
export type Caller = FunctionPlace & { readonly known: KnownParameters };

/** The text of a call is not looked for further. */
const LONGEST_CALL = 4096;

/** What stands between the brackets of a definition's head and its body: attributes. */
const MOST_BEHIND_HEAD = 40;

/**
 * The file that was asked for last is not read into tokens again: the same bytes are the same object.
 * `isMacro` tells of a name's number whether it may be a macro, which could change what it is given.
 */
export function makeSwitchReader(names: Names, words: LockWords, isMacro: (name: number) => boolean): SwitchReader {
  const mayChange = (name: number): boolean =>
    !isWord(name) && !words.isAssertion(name) && !words.isTransparent(name) && isMacro(name);
  const [tokenizeFile, tokenizeCall] = [makeTokenizer(names), makeTokenizer(names)];
  let last: { readonly bytes: Uint8Array; readonly file: TokenizedFile } | null = null;
  const fileOf = (bytes: Uint8Array): TokenizedFile => {
    if (last?.bytes !== bytes) last = { bytes, file: tokenizeFile(bytes) };
    return last.file;
  };
  const parametersIn = (file: TokenizedFile, head: Head, known: KnownParameters): ReadonlyMap<number, boolean> => {
    const tokens = file.code;
    const all = argumentsIn(tokens, head.open, head.close);
    const body = { from: head.brace + 1, to: tokens.match[head.brace] || tokens.count };
    const values = new Map<number, boolean>();
    for (const [index, value] of known) {
      const parameter = all[index];
      if (parameter === undefined) continue;
      const name = nameOfParameter(tokens, parameter);
      if (name !== 0 && isOnlyRead(file, body, { parameter: name, mayChange })) values.set(name, value);
    }
    return values;
  };
  return {
    constantsOf: (bytes, start, caller) => {
      let own: ReadonlyMap<number, boolean> = new Map();
      if (caller.known.size > 0) {
        const file = fileOf(bytes);
        const head = headOf(file.code, names.numberOf(caller.name), caller.line);
        if (head !== null) own = parametersIn(file, head, caller.known);
      }
      const { code } = tokenizeCall(bytes.subarray(start, start + LONGEST_CALL));
      const close = code.kind[2] === token.open ? (code.match[2] ?? 0) : 0;
      const found = new Map<number, boolean>();
      if (close === 0) return found;
      for (const [index, { from, to }] of argumentsIn(code, 2, close).entries()) {
        if (to !== from + 1) continue;
        const name = code.name[from] ?? 0;
        const value = isZero(code, from) ? false : (words.constants.get(name) ?? own.get(name));
        if (value !== undefined) found.set(index, value);
      }
      return found;
    },
    callsOff: (bytes, { name, line }, known) => {
      const file = fileOf(bytes);
      const { code } = file;
      const found = new Set<number>();
      const head = headOf(code, names.numberOf(name), line);
      if (head === null) return found;
      const body = { from: head.brace + 1, to: code.match[head.brace] || code.count };
      const values = parametersIn(file, head, known);
      if (values.size === 0) return found;
      readDeadCalls(code, body, words, values, (call) => found.add(call));
      readDeadCalls(code, body, words, new Map(), (call) => found.delete(call));
      return found;
    },
  };
}

/** Tokens of a definition: the brackets around its parameters, and the brace behind them. */
type Head = { readonly open: number; readonly close: number; readonly brace: number };

function headOf({ kind, name, line, match, count }: Tokens, number: number, wanted: number): Head | null {
  let [from, to] = [1, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((line[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  for (let at = from; at < count && (line[at] ?? 0) <= wanted; at++) {
    if (line[at] !== wanted || name[at] !== number || kind[at + 1] !== token.open) continue;
    const [open, close] = [at + 1, match[at + 1] ?? 0];
    for (let brace = close + 1; close > 0 && brace < close + MOST_BEHIND_HEAD; brace++) {
      if (kind[brace] === token.openBrace) return { open, close, brace };
      if (kind[brace] === token.semicolon) break;
    }
  }
  return null;
}

type Range = { readonly from: number; readonly to: number };

/** What stands between the commas of brackets. */
function argumentsIn({ kind, match }: Tokens, open: number, close: number): readonly Range[] {
  const found: Range[] = [];
  let from = open + 1;
  for (let at = from; at <= close; at++) {
    if (at < close && kind[at] !== token.comma) {
      at = Math.max(at, match[at] ?? 0);
      continue;
    }
    found.push({ from, to: at });
    from = at + 1;
  }
  return found;
}

/** The last name, where no bracket stands: `int (*f)(void)` and `int a[2]` are no conditions. */
function nameOfParameter({ kind, name }: Tokens, { from, to }: Range): number {
  for (let at = from; at < to; at++) if (kind[at] === token.open || kind[at] === token.openIndex) return 0;
  return to > from + 1 && kind[to - 1] === token.name ? (name[to - 1] ?? 0) : 0;
}
