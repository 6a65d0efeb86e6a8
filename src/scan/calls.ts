import { chainBefore, isMemberOperator } from './chains.ts';
import { fact, source } from './facts.ts';
import { heldByLocal } from './local-pointers.ts';
import { isLocal, parameterOf, type ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { castType } from './types.ts';
import { valuesOf } from './values.ts';
import { isOperatorWord, isWord, word } from './words.ts';

export function readCall(state: ScanState, at: number): void {
  const { kind, name, start, line } = state.tokens;
  const number = name[at] ?? 0;
  if (isWord(number)) return;
  const { out } = state;
  const before = kind[at - 1] ?? 0;
  const [lineOf, startOf] = [line[at] ?? 0, start[at] ?? 0];
  if (isMemberOperator(before)) {
    const chain = chainBefore(state, at);
    out.put(fact.memberCall, lineOf, startOf, chain.length);
    out.putAll(chain);
  } else if (before === token.glue) out.put(fact.generatedCall, lineOf, startOf);
  else if (isLocal(state, number)) {
    callLocal(state, number, at, at + 1);
    return;
  } else out.put(fact.call, number, lineOf, startOf);
  readArguments(state, at + 1);
}

/** The call of a local pointer or of a parameter, which stands at a token: of all that the body lets it hold. */
function callLocal(state: ScanState, variable: number, at: number, open: number): void {
  const { line, start } = state.tokens;
  const { out } = state;
  const [lineOf, startOf] = [line[at] ?? 0, start[at] ?? 0];
  const parameter = parameterOf(state, variable);
  const { held, hasOther } = heldByLocal(state, variable);
  if (parameter >= 0) {
    out.put(fact.parameterCall, parameter, lineOf, startOf);
    readArguments(state, open);
  }
  for (const one of held) {
    if ('chain' in one) {
      out.put(fact.memberCall, lineOf, startOf, one.chain.length);
      out.putAll(one.chain);
    } else out.put(one.kind === source.parameter ? fact.parameterCall : fact.valueCall, one.number, lineOf, startOf);
    readArguments(state, open);
  }
  if (!hasOther || parameter >= 0) return;
  out.put(fact.pointerCall, lineOf, startOf);
  readArguments(state, open);
}

function readArguments(state: ScanState, open: number): void {
  const { kind, match, line } = state.tokens;
  const { values } = state;
  const close = match[open] ?? 0;
  let index = 0;
  let start = open + 1;
  for (let at = start; at <= close; at++) {
    const here = kind[at];
    if (here === token.open || here === token.openIndex || here === token.openBrace) at = match[at] || at;
    else if (here === token.comma || at === close) {
      const found = valuesOf(state, start, at);
      for (let one = 0; one < found; one++) {
        state.out.put(fact.argument, index, values.kinds[one] ?? 0, values.numbers[one] ?? 0, line[start] ?? 0);
      }
      index++;
      start = at + 1;
    }
  }
}

/** `(*f)(x)`, `(x->m)(y)`; a cast before parentheses is no call. */
export function readIndirectCall(state: ScanState, open: number): void {
  const { kind, name, match, line, start } = state.tokens;
  const close = open - 1;
  const group = match[close] ?? 0;
  if (group === 0) return;
  const before = kind[group - 1];
  const [lineOf, startOf] = [line[open] ?? 0, start[open] ?? 0];
  if (before === token.name && !isWord(name[group - 1] ?? 0)) {
    state.out.put(fact.generatedCall, lineOf, startOf);
    return;
  }
  // `if (x) (y)(z)` is left out, `return (f)(x)` is not.
  if (before === token.name && isOperatorWord(name[group - 1] ?? 0) && name[group - 1] !== word.return) return;
  let last = close - 1;
  while (kind[last] === token.closeIndex && (match[last] ?? 0) > group) last = (match[last] ?? 0) - 1;
  if (kind[last] !== token.name || isWord(name[last] ?? 0)) return;
  if (isMemberOperator(kind[last - 1] ?? 0)) {
    const chain = chainBefore(state, last);
    state.out.put(fact.memberCall, lineOf, startOf, chain.length);
    state.out.putAll(chain);
    readArguments(state, open);
    return;
  }
  const isStarred = kind[group + 1] === token.star;
  const isAddress = kind[group + 1] === token.ampersand;
  const number = name[last] ?? 0;
  const isAlone = last === group + (isStarred || isAddress ? 2 : 1);
  if (!isAlone) {
    callValues(state, group, open);
    return;
  }
  if (isLocal(state, number)) {
    callLocal(state, number, open, open);
    return;
  }
  if (isStarred) state.out.put(fact.valueCall, number, lineOf, startOf);
  // A cast looks the same; of a type nothing is known that could be called.
  else state.out.put(fact.call, number, lineOf, startOf);
  readArguments(state, open);
}

/** `(c ? f : g)(x)`, `(0, f)(x)`, `(**&f)(x)`: each that the parentheses may stand for. A cast is none of these. */
function callValues(state: ScanState, group: number, open: number): void {
  const { kind, match } = state.tokens;
  const close = open - 1;
  let from = group + 1;
  for (let at = from; at < close; at++) {
    if (kind[at] === token.open || kind[at] === token.openIndex || kind[at] === token.openBrace) at = match[at] || at;
    else if (kind[at] === token.comma) from = at + 1;
  }
  while (kind[from] === token.star) from++;
  if (castType(state, group) >= 0) return;
  const found = valuesOf(state, from, close);
  const last = state.tokens.name[close - 1] ?? 0;
  // `((Callback *)p)(x)`
  if (
    found === 0 &&
    kind[close - 1] === token.name &&
    isLocal(state, last) &&
    !isMemberOperator(kind[close - 2] ?? 0)
  ) {
    callLocal(state, last, open, open);
    return;
  }
  const { kinds, numbers } = state.values;
  const all = Array.from({ length: found }, (_, at) => [kinds[at] ?? 0, numbers[at] ?? 0] as const);
  for (const [of, number] of all) {
    callValue(state, of === source.parameter ? fact.parameterCall : fact.valueCall, number, open);
  }
  // `(c ? o->m : f)(x)`: a member among several is not followed.
  if (choosesMember(state, from, close)) callPointer(state, open);
}

function choosesMember({ tokens: { kind, match } }: ScanState, from: number, to: number): boolean {
  let [isChoice, isMember] = [false, false];
  for (let at = from; at < to; at++) {
    if (kind[at] === token.question) isChoice = true;
    else if (isChoice && isMemberOperator(kind[at] ?? 0)) isMember = true;
    else if (kind[at] === token.open || kind[at] === token.openIndex) at = match[at] || at;
  }
  return isMember;
}

function callPointer(state: ScanState, open: number): void {
  const { line, start } = state.tokens;
  state.out.put(fact.pointerCall, line[open] ?? 0, start[open] ?? 0);
  readArguments(state, open);
}

export function callValue(state: ScanState, code: number, value: number, open: number): void {
  const { line, start } = state.tokens;
  state.out.put(code, value, line[open] ?? 0, start[open] ?? 0);
  readArguments(state, open);
}

/** `table[i](x)`, `x->m[i](y)`. */
export function readIndexedCall(state: ScanState, open: number): void {
  const { kind, name, match, line, start } = state.tokens;
  let last = open - 1;
  while (kind[last] === token.closeIndex && (match[last] ?? 0) > 0) last = (match[last] ?? 0) - 1;
  if (kind[last] !== token.name || isWord(name[last] ?? 0)) return;
  const [lineOf, startOf] = [line[open] ?? 0, start[open] ?? 0];
  if (isMemberOperator(kind[last - 1] ?? 0)) {
    const chain = chainBefore(state, last);
    state.out.put(fact.memberCall, lineOf, startOf, chain.length);
    state.out.putAll(chain);
  } else if (isLocal(state, name[last] ?? 0) && parameterOf(state, name[last] ?? 0) < 0) {
    callLocal(state, name[last] ?? 0, open, open);
    return;
  } else state.out.put(fact.pointerCall, lineOf, startOf);
  readArguments(state, open);
}
