import { functionPointer } from './aggregates.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { readDeclared } from './types.ts';
import { isAggregateWord, isInlineWord, isSpecifierWord, isTypeWord, isWord, word } from './words.ts';

/** The head of a function's definition. */
export type Head =
  | {
      readonly kind: 'function';
      /** Tokens of its name and of the parenthesis of its parameters. */
      readonly name: number;
      readonly open: number;
      readonly isStatic: boolean;
      readonly isInline: boolean;
      /** Nothing but the name stands before the parameters: a macro's call may look so. */
      readonly isUntyped: boolean;
      /** The name stands in brackets, so that no macro of that name is called. */
      readonly isBracketed: boolean;
      readonly result: number;
    }
  /** `glue(a, b)(args)`: what is defined a macro names. */
  | { readonly kind: 'opaque'; readonly name: number }
  | { readonly kind: 'none' };

/** Of more parentheses at the top of a head the last are looked at: macro calls without `;` may stand before it. */
const MOST = 64;

/** Reads what stands before the brace of a body, the tokens `[from, brace)`. */
export function readHead(state: ScanState, from: number, brace: number): Head {
  const { kind, name, match } = state.tokens;
  const candidates: number[] = [];
  /** `int (f)(void)`: by the parenthesis of the parameters, the name that stands in brackets of its own. */
  const bracketed = new Map<number, number>();
  let [isStatic, isInline] = [false, false];
  for (let at = from; at < brace; at++) {
    if (kind[at] === token.name) {
      if (name[at] === word.static) isStatic = true;
      if (isInlineWord(name[at] ?? 0)) isInline = true;
      continue;
    }
    // Parameters of the old style stand between the parentheses and the brace.
    if (kind[at] === token.semicolon) break;
    if (kind[at] !== token.open) continue;
    const close = match[at] ?? 0;
    if (close === 0 || close > brace) return { kind: 'none' };
    const isTag = at - 2 >= from && isAggregateWord(name[at - 2] ?? 0);
    const isNamed = kind[at - 1] === token.name && at - 1 >= from && canName(name[at - 1] ?? 0) && !isTag;
    if (isNamed) {
      if (candidates.length === MOST) candidates.shift();
      candidates.push(at);
    } else if (kind[at - 1] === token.close && kind[at + 1] !== token.star && candidates.length > 0) {
      const named = (match[at - 1] ?? 0) - 1;
      if (candidates.at(-1) === named + 1 && looksLikeParameters(state, at)) return { kind: 'opaque', name: named };
    }
    // `T (f)(void)` and `DEFINE(f)(void)` look the same.
    const alone = isNamed ? 0 : nameInBrackets(state, at);
    if (alone > 0 && kind[close + 1] === token.open) {
      bracketed.set(close + 1, alone);
      candidates.push(close + 1);
    }
    // `void (*signal(int))(int)`: the name stands inside.
    if (kind[at + 1] === token.star && kind[close + 1] === token.open) {
      const inner = functionInside(state, at + 1, close);
      if (inner > 0) candidates.push(inner);
    }
    at = close;
  }
  const open = candidates.findLast((one) => looksLikeParameters(state, one)) ?? candidates.at(-1);
  if (open === undefined) return { kind: 'none' };
  const typed = readDeclared(state, from, open);
  // No macro is called by a name in brackets.
  const named = bracketed.get(open) ?? open - 1;
  const isUntyped = !bracketed.has(open) && !hasType(state, from, named);
  return {
    kind: 'function',
    name: named,
    open,
    isStatic,
    isInline,
    isUntyped,
    isBracketed: bracketed.has(open),
    result: typed?.type ?? 0,
  };
}

function canName(number: number): boolean {
  return !isWord(number);
}

/** The name that stands alone in brackets, one in another perhaps; 0 where none does. */
function nameInBrackets({ tokens: { kind, name, match } }: ScanState, open: number): number {
  let at = open;
  while (kind[at + 1] === token.open && match[at + 1] === (match[at] ?? 0) - 1) at++;
  return kind[at + 1] === token.name && match[at] === at + 2 && canName(name[at + 1] ?? 0) ? at + 1 : 0;
}

function functionInside({ tokens: { kind, name, match } }: ScanState, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (kind[at] === token.open) {
      return kind[at - 1] === token.name && !isWord(name[at - 1] ?? 0) && (match[at] ?? 0) < to ? at : 0;
    }
  }
  return 0;
}

/** Empty, `void`, an ellipsis, or two words or a word and a star beside each other. */
function looksLikeParameters({ tokens: { kind, name, match } }: ScanState, open: number): boolean {
  const close = match[open] ?? 0;
  if (close === open + 1) return true;
  for (let at = open + 1; at < close; at++) {
    if (kind[at] !== token.name) continue;
    const number = name[at] ?? 0;
    if (isTypeWord(number) || isAggregateWord(number) || isSpecifierWord(number)) return true;
    const next = kind[at + 1];
    if (next === token.name || (next === token.star && kind[at + 2] !== token.number)) return true;
  }
  return false;
}

function hasType({ tokens: { kind, name, match } }: ScanState, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (kind[at] === token.open) at = match[at] || at;
    else if (kind[at] === token.name && !isSpecifierWord(name[at] ?? 0) && kind[at + 1] !== token.open) return true;
  }
  return false;
}

export type Parameter = { readonly name: number; readonly type: number };

/** The parameters in order; one without a name has 0. Those of the old style have no types. */
export function readParameters(state: ScanState, open: number): readonly Parameter[] {
  const { kind, name, match } = state.tokens;
  const close = match[open] ?? 0;
  const parameters: Parameter[] = [];
  let start = open + 1;
  if (start === close || (start + 1 === close && name[start] === word.void)) return parameters;
  for (let at = start; at <= close; at++) {
    const here = kind[at];
    if (here === token.open || here === token.openIndex || here === token.openBrace) at = match[at] || at;
    else if (here === token.comma || at === close) {
      parameters.push(readParameter(state, start, at));
      start = at + 1;
    }
  }
  return parameters;
}

function readParameter(state: ScanState, from: number, to: number): Parameter {
  const { kind, name } = state.tokens;
  const declared = readDeclared(state, from, to);
  if (declared !== null) return { name: name[declared.name] ?? 0, type: declared.type };
  const pointer = functionPointer(state, from, to);
  if (pointer > 0) return { name: name[pointer] ?? 0, type: 0 };
  if (kind[from] === token.name && from + 1 === to && !isWord(name[from] ?? 0))
    return { name: name[from] ?? 0, type: 0 };
  return { name: 0, type: 0 };
}

/** More tokens than this stand in no head. */
const LONGEST_OLD_HEAD = 1024;

/**
 * The brace of a definition of the old style, `int f(a) int a; {`, where the tokens `[from, semicolon)` are its beginning;
 * 0 where they are not. The first declared name must be a parameter's.
 */
export function endOfOldHead(state: ScanState, from: number, semicolon: number): number {
  const { kind, name, match, count } = state.tokens;
  let open = from;
  while (open < semicolon && kind[open] !== token.open) open++;
  const close = match[open] ?? 0;
  if (kind[open - 1] !== token.name || close === 0 || close + 2 > semicolon || kind[close + 1] !== token.name) return 0;
  let isKnown = false;
  for (let at = open + 1; at < close; at++) {
    if (kind[at] === token.comma) continue;
    if (kind[at] !== token.name || kind[at + 1] === token.name) return 0;
    let last = semicolon - 1;
    while (last > close && kind[last] !== token.name) last--;
    const pointer = functionPointer(state, close + 1, semicolon);
    if (name[at] === name[last] || (pointer > 0 && name[at] === name[pointer])) isKnown = true;
  }
  if (!isKnown) return 0;
  for (let at = semicolon; at < Math.min(count, semicolon + LONGEST_OLD_HEAD); at++) {
    const here = kind[at];
    if (here === token.openBrace) return kind[at - 1] === token.semicolon ? at : 0;
    if (here === token.assign || here === token.closeBrace || here === token.text) return 0;
  }
  return 0;
}
