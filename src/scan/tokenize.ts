import type { Branches } from './branches.ts';
import { makeBranches } from './branches.ts';
import { endOfDirective } from './directive-end.ts';
import { makeLexer } from './lex.ts';
import type { MacroTokens } from './macro-tokens.ts';
import type { Names } from './names.ts';
import { emptyTokens, makeTokens, matchBrackets, type Tokens } from './tokens.ts';

export type TokenizedFile = {
  /** What stands outside directives, of every branch that counts. */
  readonly code: Tokens;
  /** The bodies of the macros, one behind the other. */
  readonly bodies: Tokens;
  readonly macros: readonly MacroTokens[];
};

/** Reads a file of C into tokens. The result holds until the next file is read. */
export type Tokenizer = (bytes: Uint8Array) => TokenizedFile;

export function makeTokenizer(names: Names): Tokenizer {
  const code = makeTokens();
  const bodies = makeTokens();
  const lexer = makeLexer(names);
  return (bytes) => {
    emptyTokens(code);
    emptyTokens(bodies);
    [code.bytes, bodies.bytes] = [bytes, bytes];
    const macros: MacroTokens[] = [];
    const branches = makeBranches({ code, macros, lexer });
    [lexer.line, lexer.braces, lexer.parentheses] = [1, 0, 0];
    for (let at = 0; at < bytes.length; ) {
      at = lexer.lex(bytes, at, bytes.length, code, true);
      if (at >= bytes.length) break;
      const line = lexer.line;
      const end = endOfDirective(bytes, at);
      readDirective({ bytes, from: at, to: end, macros, branches });
      lexer.line = line + linesIn(bytes, at, end);
      at = end;
    }
    branches.finish();
    matchBrackets(code, 1);
    matchBrackets(bodies, 1);
    return { code, bodies, macros };
  };

  function readDirective(directive: Directive): void {
    const { bytes, from, to, branches } = directive;
    const word = wordAt(bytes, skipBlanks(bytes, from + 1, to), to);
    const kind = nameOfDirective(bytes, word.from, word.to);
    if (kind === 'define') readMacro(directive, word.to);
    else if (kind === 'if') branches.open(constant(bytes, word.to, to));
    else if (kind === 'ifdef' || kind === 'ifndef') branches.open(null);
    else if (kind === 'elif') branches.next(constant(bytes, word.to, to));
    else if (kind === 'elifdef' || kind === 'elifndef') branches.next(null);
    else if (kind === 'else') branches.next(true);
    else if (kind === 'endif') branches.close();
  }

  function readMacro({ bytes, to, macros }: Directive, from: number): void {
    const start = bodies.count;
    const name = wordAt(bytes, skipBlanks(bytes, from, to), to);
    if (name.from === name.to) return;
    const isFunctionLike = bytes[name.to] === 40;
    // Most macros are numbers, of which nothing is told.
    if (!isFunctionLike && !holdsWord(bytes, name.to, to)) return;
    const { line, braces, parentheses } = lexer;
    lexer.lex(bytes, name.from, to, bodies, false);
    // What a macro holds is open nowhere.
    [lexer.braces, lexer.parentheses] = [braces, parentheses];
    const number = bodies.name[start] ?? 0;
    if (!isFunctionLike) {
      macros.push({ name: number, line, parameters: null, from: start + 1, to: bodies.count });
      return;
    }
    const parameters: number[] = [];
    let at = start + 2;
    while (at < bodies.count && bodies.kind[at] !== 41) {
      const parameter = bodies.name[at] ?? 0;
      if (parameter !== 0) parameters.push(parameter);
      at++;
    }
    macros.push({ name: number, line, parameters, from: at + 1, to: bodies.count });
  }
}

type Directive = {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly macros: MacroTokens[];
  readonly branches: Branches;
};

/** `#if 0` is false, `#if 1` true; of anything else it is not known. */
function constant(bytes: Uint8Array, from: number, to: number): boolean | null {
  const at = skipBlanks(bytes, from, to);
  const digit = bytes[at];
  if (digit !== 48 && digit !== 49) return null;
  const rest = skipBlanks(bytes, at + 1, to);
  const isEnd =
    rest >= to || bytes[rest] === 13 || (bytes[rest] === 47 && (bytes[rest + 1] === 42 || bytes[rest + 1] === 47));
  return isEnd ? digit === 49 : null;
}

function holdsWord(bytes: Uint8Array, from: number, to: number): boolean {
  let isInside = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const isOfWord = isLetter(byte);
    if (isOfWord && !isInside && !(byte >= 48 && byte <= 57)) return true;
    isInside = isOfWord;
  }
  return false;
}

function linesIn(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) if (bytes[at] === 10) lines++;
  return lines;
}

/** Comments before a directive's name are not looked for. */
function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] === 32 || bytes[at] === 9)) at++;
  return at;
}

function wordAt(bytes: Uint8Array, from: number, to: number): { readonly from: number; readonly to: number } {
  let end = from;
  while (end < to && isLetter(bytes[end] ?? 0)) end++;
  return { from, to: end };
}

function isLetter(byte: number): boolean {
  return (
    (byte >= 97 && byte <= 122) ||
    (byte >= 65 && byte <= 90) ||
    (byte >= 48 && byte <= 57) ||
    byte === 95 ||
    byte >= 128
  );
}

const directives = ['define', 'if', 'ifdef', 'ifndef', 'elif', 'elifdef', 'elifndef', 'else', 'endif'].map((name) => ({
  name,
  bytes: Buffer.from(name, 'latin1'),
}));

/** null for the others: they say nothing of calls. */
function nameOfDirective(bytes: Uint8Array, from: number, to: number): string | null {
  for (const directive of directives) {
    const { length } = directive.bytes;
    if (length !== to - from) continue;
    let at = 0;
    while (at < length && directive.bytes[at] === bytes[from + at]) at++;
    if (at === length) return directive.name;
  }
  return null;
}
