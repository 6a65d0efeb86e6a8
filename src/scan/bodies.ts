import { braceBehind, functionPointer, readAggregate } from './aggregates.ts';
import { readAssembly } from './assembly.ts';
import { callValue, readCall, readIndexedCall, readIndirectCall } from './calls.ts';
import { chainBefore, isMemberOperator } from './chains.ts';
import { fact } from './facts.ts';
import { readInitialiser } from './initialisers.ts';
import { declareLocal, isLocal, parameterOf, type ScanState } from './scan-state.ts';
import { readSelection } from './selections.ts';
import { token } from './tokens.ts';
import { castType, readDeclared, readDimensions } from './types.ts';
import { valuesOf } from './values.ts';
import {
  isAggregateWord,
  isAsmWord,
  isAttributeWord,
  isSpecifierWord,
  isStatementWord,
  isTypeofWord,
  isUnevaluated,
  isWord,
  word,
} from './words.ts';

/** Tells of the calls and stores of a body, or of a macro's: the tokens `[from, to)`. */
export function readBody(state: ScanState, from: number, to: number): void {
  const { kind, name, match } = state.tokens;
  state.body = { from, to };
  let skippedUntil = 0;
  for (let at = from; at < to; at++) {
    const here = kind[at];
    if (here === token.name) {
      if (isAttributeWord(name[at] ?? 0) && (match[at + 1] ?? 0) > 0) {
        const begins = beginsStatement(state, at, from);
        readCleanup(state, at + 1);
        at = match[at + 1] ?? at;
        if (begins && kind[at + 1] === token.name) skippedUntil = Math.min(to, readDeclaration(state, at + 1, to));
        continue;
      }
      if (at >= skippedUntil && beginsStatement(state, at, from))
        skippedUntil = Math.min(to, readDeclaration(state, at, to));
      if (isAsmWord(name[at] ?? 0)) {
        const open = openOfAssembly(state, at);
        if (open > 0) {
          readAssembly(state, open);
          at = match[open] || at;
        }
        continue;
      }
      if (kind[at + 1] !== token.open) {
        if (isUnevaluated(name[at] ?? 0)) at = Math.max(at, endOfOperand(state, at + 1, to) - 1);
        continue;
      }
      if (name[at] === word.generic)
        at = readSelection(state, at + 1, (code, value, open) => callValue(state, code, value, open));
      else if (isUnevaluated(name[at] ?? 0)) at = match[at + 1] || at;
      else if (at + 1 >= skippedUntil) readCall(state, at);
    } else if (here === token.open && at >= skippedUntil) {
      const before = kind[at - 1];
      if (before === token.close && (match[at - 1] ?? 0) >= from) readIndirectCall(state, at);
      else if (before === token.closeIndex && (match[at - 1] ?? 0) > from) readIndexedCall(state, at);
    } else if (here === token.assign) readStore(state, at, to);
    else if (here === token.openBrace) readBraces(state, at);
  }
}

/** Behind the operand of `sizeof *x->m(y)`. */
function endOfOperand({ tokens: { kind, match } }: ScanState, from: number, to: number): number {
  let at = from;
  while (kind[at] === token.star || kind[at] === token.ampersand || kind[at] === token.not) at++;
  if (kind[at] !== token.name) return from;
  at++;
  while (at < to) {
    if (kind[at] === token.open || kind[at] === token.openIndex) at = (match[at] || at) + 1;
    else if (isMemberOperator(kind[at] ?? 0)) at += 2;
    else break;
  }
  return at;
}

/** `__attribute__((cleanup(f)))`: f is called, where the scope ends. */
function readCleanup(state: ScanState, open: number): void {
  const { kind, name, match, line, start } = state.tokens;
  const close = match[open] ?? 0;
  for (let at = open + 1; at + 2 < close; at++) {
    const isCleanup = kind[at] === token.name && state.cleanups.includes(name[at] ?? 0) && kind[at + 1] === token.open;
    if (!isCleanup || kind[at + 2] !== token.name || kind[at + 3] !== token.close) continue;
    const called = name[at + 2] ?? 0;
    const parameter = parameterOf(state, called);
    const code = parameter >= 0 ? fact.parameterCall : fact.call;
    state.out.put(code, parameter >= 0 ? parameter : called, line[at + 2] ?? 0, start[at + 2] ?? 0);
  }
}

function beginsStatement({ tokens: { kind, name } }: ScanState, at: number, from: number): boolean {
  const before = kind[at - 1];
  if (at === from || before === token.semicolon || before === token.openBrace || before === token.closeBrace)
    return true;
  return before === token.open && name[at - 2] === word.for;
}

/** Declares the local variables of a declaration; returns where calls can stand again, 0 where it is no declaration. */
function readDeclaration(state: ScanState, from: number, to: number): number {
  const { kind, name, match } = state.tokens;
  if (isStatementWord(name[from] ?? 0) && !isTypeofWord(name[from] ?? 0)) return 0;
  const declared = readDeclared(state, from, to, readLocalAggregate(state, from, to));
  if (declared === null) return readPointerDeclaration(state, from, to);
  const behind = readDimensions(state, declared.next).next;
  const next = kind[behind];
  // A function that is declared here is not called, but `WITH_LOCK(x) f(y);` calls one.
  if (next === token.open) return kind[declared.name - 1] === token.close ? 0 : (match[behind] || behind) + 1;
  if (next !== token.assign && next !== token.semicolon && next !== token.comma && next !== token.colon) {
    if (next !== token.name) return 0;
  }
  declareLocal(state, name[declared.name] ?? 0, declared.type);
  for (let at = behind; at < to && kind[at] !== token.semicolon; at++) {
    const here = kind[at];
    if (here === token.open || here === token.openIndex || here === token.openBrace) at = match[at] || at;
    else if (here === token.close || here === token.closeBrace) break;
    else if (here === token.comma) {
      while (kind[at + 1] === token.star) at++;
      if (kind[at + 1] === token.name && !isWord(name[at + 1] ?? 0))
        declareLocal(state, name[at + 1] ?? 0, declared.type);
    }
  }
  return declared.next;
}

/** Tells of the struct whose body a local declaration has; 0 where it has none. */
function readLocalAggregate(state: ScanState, from: number, to: number): number {
  const { kind, name } = state.tokens;
  let at = from;
  while (at < to && kind[at] === token.name && isSpecifierWord(name[at] ?? 0)) at++;
  if (kind[at] !== token.name || !isAggregateWord(name[at] ?? 0)) return 0;
  const brace = braceBehind(state, at);
  return brace === 0 || brace >= to ? 0 : readAggregate(state, at, brace);
}

/** `void (*f)(int) = g;` */
function readPointerDeclaration(state: ScanState, from: number, to: number): number {
  const { kind, name, match } = state.tokens;
  let open = from;
  while (open < to && (kind[open] === token.name || kind[open] === token.star)) open++;
  if (kind[open] !== token.open || kind[open + 1] !== token.star || open === from) return 0;
  const close = match[open] ?? 0;
  const pointer = functionPointer(state, open, Math.min(to, close + 2));
  const isCall = isStatementWord(name[open - 1] ?? 0) && kind[open - 1] === token.name;
  if (pointer === 0 || isCall) return 0;
  // `f(*x)(y)` looks the same; a name that the function knows is called, not declared.
  if (isLocal(state, name[pointer] ?? 0) && open === from + 1) return 0;
  declareLocal(state, name[pointer] ?? 0, 0);
  return (match[close + 1] || close) + 1;
}

/** Behind `volatile`, `goto` and the like; 0: what is at a token is no assembly. */
function openOfAssembly({ tokens: { kind, name, match } }: ScanState, at: number): number {
  let open = at + 1;
  while (kind[open] === token.name && (isSpecifierWord(name[open] ?? 0) || name[open] === word.goto)) open++;
  return kind[open] === token.open && (match[open] ?? 0) > 0 ? open : 0;
}

/** `x->m = f`. */
function readStore(state: ScanState, assign: number, to: number): void {
  const { kind, match, line } = state.tokens;
  let last = assign - 1;
  while (kind[last] === token.closeIndex && (match[last] ?? 0) > 0) last = (match[last] ?? 0) - 1;
  if (kind[last] !== token.name || !isMemberOperator(kind[last - 1] ?? 0)) return;
  // A dot with nothing before it is a designator.
  const before = kind[last - 2];
  if (before !== token.name && before !== token.close && before !== token.closeIndex) return;
  let end = assign + 1;
  while (end < to && kind[end] !== token.semicolon && kind[end] !== token.comma) {
    const here = kind[end];
    if (here === token.close || here === token.closeBrace) break;
    const isBracket = here === token.open || here === token.openIndex || here === token.openBrace;
    end = isBracket && (match[end] ?? 0) > 0 ? (match[end] ?? 0) + 1 : end + 1;
    if (end - assign > LONGEST_VALUE) return;
  }
  const found = valuesOf(state, assign + 1, end);
  if (found === 0) return;
  const { kinds, numbers } = state.values;
  const chain = chainBefore(state, last);
  for (let one = 0; one < found; one++) {
    state.out.put(fact.store, line[assign] ?? 0, kinds[one] ?? 0, numbers[one] ?? 0, chain.length);
    state.out.putAll(chain);
  }
}

/** In tokens: chained assignments would be read over and over. */
const LONGEST_VALUE = 64;

/** A compound literal, or the initialiser of a local variable. */
function readBraces(state: ScanState, open: number): void {
  const { kind, name, match } = state.tokens;
  const before = kind[open - 1];
  if (before === token.close) {
    const group = match[open - 1] ?? 0;
    const asks = kind[group - 1];
    if (group === 0 || asks === token.name || asks === token.close || asks === token.closeIndex) {
      if (name[group - 1] !== word.return) return;
    }
    const type = castType(state, group);
    const isArray = kind[open - 2] === token.closeIndex;
    if (type > 0) readInitialiser(state, open, type, isArray ? 1 : 0);
    return;
  }
  if (before !== token.assign) return;
  let last = open - 2;
  let dimensions = 0;
  while (kind[last] === token.closeIndex && (match[last] ?? 0) > 0) {
    last = (match[last] ?? 0) - 1;
    dimensions++;
  }
  const number = name[last] ?? 0;
  if (kind[last] === token.name && isLocal(state, number)) {
    readInitialiser(state, open, state.locals.types[number] ?? 0, dimensions);
  }
}
