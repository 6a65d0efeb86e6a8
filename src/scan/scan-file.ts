import { braceBehind, functionPointer, readAggregate } from './aggregates.ts';
import { readAlias } from './aliases.ts';
import { readBody } from './bodies.ts';
import { fact, flag, kindOfReference, refer, reference } from './facts.ts';
import { endOfOldHead, readHead, readParameters } from './heads.ts';
import { readInitialiser } from './initialisers.ts';
import type { MacroTokens } from './macro-tokens.ts';
import type { Names } from './names.ts';
import { beginLocals, declareLocal, makeScanState, type ScanState } from './scan-state.ts';
import { makeTokenizer, type TokenizedFile } from './tokenize.ts';
import { token } from './tokens.ts';
import { castType, readDeclared, readDimensions } from './types.ts';
import { isAggregateWord, isWord, word } from './words.ts';

/** Reads the facts of one file of C from its bytes. It uses its memory again for the next file. */
export type Scanner = (bytes: Uint8Array) => Int32Array;

export function makeScanner(names: Names): Scanner {
  const tokenize = makeTokenizer(names);
  const state = makeScanState(names);
  return (bytes) => {
    const file = tokenize(bytes);
    state.anonymous = 0;
    state.tokens = file.code;
    beginLocals(state, names.count());
    readTop(state, names);
    state.tokens = file.bodies;
    for (const macro of file.macros) readMacro(state, names, macro, file);
    return state.out.take();
  };
}

function readTop(state: ScanState, names: Names): void {
  const { tokens } = state;
  const { kind, name, match, count } = tokens;
  let start = 1;
  /** The reference of the struct that the declaration defines. */
  let body = 0;
  let assign = 0;
  let oldUntil = 0;
  for (let at = 1; at < count; at++) {
    const here = kind[at];
    if (here === token.semicolon) {
      if (oldUntil <= at) oldUntil = endOfOldHead(state, start, at);
      // The declarations of parameters belong to the head before them.
      if (oldUntil > at) continue;
      readDeclaration(state, start, at, body);
      [start, body, assign] = [at + 1, 0, 0];
    } else if (here === token.assign) assign = at;
    else if (here === token.comma) assign = 0;
    else if (here === token.closeBrace) [start, body, assign] = [at + 1, 0, 0];
    else if (here === token.open || here === token.openIndex) at = match[at] || at;
    else if (here === token.name && isAggregateWord(name[at] ?? 0)) {
      const brace = braceBehind(state, at);
      if (brace === 0) continue;
      body = readAggregate(state, at, brace);
      at = match[brace] ?? at;
    } else if (here === token.openBrace) {
      if (kind[at - 1] === token.text && name[at - 2] === word.extern) {
        [start, body, assign] = [at + 1, 0, 0];
        continue;
      }
      const close = match[at] || count;
      if (assign > 0) {
        readGlobalInitialiser(state, start, at, body);
        at = close;
        continue;
      }
      readDefinition(state, names, start, at);
      at = close;
      [start, body, assign] = [at + 1, 0, 0];
    }
  }
}

function readDefinition(state: ScanState, names: Names, from: number, brace: number): void {
  const { out } = state;
  const { name, match, line, start, count } = state.tokens;
  const head = readHead(state, from, brace);
  if (head.kind === 'none') return;
  if (head.kind === 'opaque') {
    out.put(fact.opaque, name[head.name] ?? 0, line[head.name] ?? 0);
    return;
  }
  beginLocals(state, names.count());
  const parameters = readParameters(state, head.open);
  const flags =
    (head.isStatic ? flag.static : 0) +
    (head.isInline ? flag.inline : 0) +
    (head.isUntyped ? flag.untyped : 0) +
    (head.isBracketed ? flag.bracketed : 0);
  out.put(fact.function, flags, name[head.name] ?? 0, line[head.name] ?? 0, start[brace] ?? 0, head.result);
  out.put(parameters.length);
  for (const parameter of parameters) out.put(parameter.name);
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.name !== 0) declareLocal(state, parameter.name, parameter.type, index);
  }
  readOldParameters(state, (match[head.open] ?? brace) + 1, brace, parameters);
  readBody(state, brace + 1, match[brace] || count);
  out.put(fact.end);
  beginLocals(state, names.count());
}

/** `int f(a) Ops *a; {`. */
function readOldParameters(
  state: ScanState,
  from: number,
  brace: number,
  parameters: readonly { readonly name: number }[],
): void {
  const { kind, name } = state.tokens;
  let start = from;
  for (let at = from; at < brace; at++) {
    if (kind[at] !== token.semicolon) continue;
    const declared = readDeclared(state, start, at);
    const index = parameters.findIndex((one) => declared !== null && one.name === name[declared.name]);
    if (declared !== null && index >= 0) declareLocal(state, name[declared.name] ?? 0, declared.type, index);
    start = at + 1;
  }
}

/** The initialiser of a global variable, whose declaration begins at `from`. */
function readGlobalInitialiser(state: ScanState, from: number, open: number, body: number): void {
  const { match } = state.tokens;
  const declared = readDeclared(state, from, open, body);
  if (declared !== null) readInitialiser(state, open, declared.type, readDimensions(state, declared.next).count);
  // Compound literals inside.
  readBody(state, open + 1, match[open] || open);
}

/** What is declared between two semicolons: types, variables, functions and what they return. */
function readDeclaration(state: ScanState, from: number, to: number, body: number): void {
  const { kind, name, match } = state.tokens;
  let [isTypedef, isStatic] = [false, false];
  for (let at = from; at < to && kind[at] === token.name; at++) {
    if (name[at] === word.typedef) isTypedef = true;
    if (name[at] === word.static) isStatic = true;
    if (!isWord(name[at] ?? 0)) break;
  }
  const declared = readDeclared(state, from, to, body);
  if (declared === null) {
    const pointer = functionPointer(state, from, to);
    if (pointer > 0) tell(state, { isTypedef, isStatic, isPointer: true }, name[pointer] ?? 0, 0, 0);
    return;
  }
  if (!isTypedef) readAlias(state, { from, to, declared: declared.name, isStatic });
  let at = declared.name;
  for (;;) {
    const { next, count } = readDimensions(state, at + 1);
    const isFunctionType = isTypedef && kind[next] === token.open;
    const isPointer = !isTypedef && kind[next] !== token.open && kindOfReference(declared.type) === reference.typedef;
    tell(state, { isTypedef, isStatic, isPointer }, name[at] ?? 0, isFunctionType ? 0 : declared.type, count);
    at = next;
    while (at < to && kind[at] !== token.comma) {
      const here = kind[at];
      const isBracket = here === token.open || here === token.openIndex || here === token.openBrace;
      at = isBracket && (match[at] ?? 0) > at ? (match[at] ?? 0) + 1 : at + 1;
    }
    at++;
    while (kind[at] === token.star) at++;
    if (at >= to || kind[at] !== token.name) return;
  }
}

function tell(
  { out }: ScanState,
  {
    isTypedef,
    isStatic,
    isPointer,
  }: { readonly isTypedef: boolean; readonly isStatic: boolean; readonly isPointer: boolean },
  name: number,
  type: number,
  dimensions: number,
): void {
  if (isTypedef) out.put(fact.typedef, name, type);
  else if (type !== 0 || isPointer) {
    out.put(fact.global, (isStatic ? flag.static : 0) + (isPointer ? flag.variable : 0), name, type, dimensions);
  }
}

function readMacro(state: ScanState, names: Names, macro: MacroTokens, { bodies }: TokenizedFile): void {
  const { out } = state;
  beginLocals(state, names.count());
  const parameters = macro.parameters ?? [];
  for (const [index, name] of parameters.entries()) declareLocal(state, name, 0, index);
  const length = out.length();
  const flags = (macro.parameters === null ? 0 : flag.functionLike) + (namesCleanup(state, macro) ? flag.guard : 0);
  const result = resultOfMacro(state, macro);
  out.put(fact.macro, flags, macro.name, macro.line, result, parameters.length);
  out.putAll(parameters);
  const head = out.length();
  const { kind, name } = bodies;
  const isAlias = macro.to === macro.from + 1 && kind[macro.from] === token.name && !isWord(name[macro.from] ?? 0);
  // `#define f g`.
  if (isAlias) out.put(fact.call, name[macro.from] ?? 0, macro.line, bodies.start[macro.from] ?? 0);
  else if (macro.to > macro.from) readBody(state, macro.from, macro.to);
  out.put(fact.end);
  // Most macros are numbers.
  if (out.length() === head + 1 && result === 0 && flags === 0) out.truncate(length);
}

/** Whether a macro declares a variable with a `cleanup`, or is that attribute. */
function namesCleanup({ tokens: { kind, name }, cleanups }: ScanState, { from, to }: MacroTokens): boolean {
  for (let at = from; at < to; at++) {
    if (kind[at] === token.name && cleanups.includes(name[at] ?? 0) && kind[at + 1] === token.open) return true;
  }
  return false;
}

/** The type of what a macro stands for, where that is a cast or another macro's call. */
function resultOfMacro(state: ScanState, macro: MacroTokens): number {
  const { kind, name, match } = state.tokens;
  let [at, to] = [macro.from, macro.to];
  while (at < to && kind[at] === token.open && match[at] === to - 1) [at, to] = [at + 1, to - 1];
  if (kind[at] === token.open && (match[at] ?? 0) < to - 1) {
    const type = castType(state, at);
    if (type <= 0) return 0;
    const index = (macro.parameters ?? []).indexOf(type >> 3);
    return index >= 0 ? refer(reference.parameter, index) : type;
  }
  const isCall = kind[at] === token.name && kind[at + 1] === token.open && match[at + 1] === to - 1;
  return isCall && !isWord(name[at] ?? 0) ? refer(reference.result, name[at] ?? 0) : 0;
}
