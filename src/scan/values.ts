import { source } from './facts.ts';
import { isLocal, MOST_ALTERNATIVES, parameterOf, type ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { castType } from './types.ts';
import { isWord } from './words.ts';

/**
 * Finds what an expression may be the address of: `f`, `&f`, `(Cast *)f`, each branch of `c ? f : g`. What is a local
 * variable, or more than a name, is nothing. Returns how many there are; they stand in `state.values` until the next call.
 */
export function valuesOf(state: ScanState, from: number, to: number): number {
  state.values.count = 0;
  let start = from;
  for (let alternatives = 0; alternatives < MOST_ALTERNATIVES; alternatives++) {
    if (takeName(state, start, to)) break;
    const choice = findChoice(state, start, to);
    if (choice === null) break;
    takeName(state, choice.question + 1, choice.colon);
    start = choice.colon + 1;
  }
  return state.values.count;
}

function take({ values }: ScanState, kind: number, number: number): void {
  values.kinds[values.count] = kind;
  values.numbers[values.count++] = number;
}

/** Whether the expression is one name, inside parentheses or behind a cast perhaps. */
function takeName(state: ScanState, from: number, to: number): boolean {
  const { kind, name, match } = state.tokens;
  let [start, end] = [from, to];
  for (let steps = 0; steps < MOST_ALTERNATIVES && start < end; steps++) {
    if (kind[start] === token.ampersand) start++;
    else if (kind[start] === token.open && match[start] === end - 1) [start, end] = [start + 1, end - 1];
    else if (kind[start] === token.open && (match[start] ?? 0) > 0 && castType(state, start) >= 0) {
      start = (match[start] ?? 0) + 1;
    } else break;
  }
  if (start + 1 !== end || kind[start] !== token.name) return false;
  const number = name[start] ?? 0;
  if (isWord(number)) return true;
  const parameter = parameterOf(state, number);
  if (parameter >= 0) take(state, source.parameter, parameter);
  else if (!isLocal(state, number)) take(state, source.name, number);
  return true;
}

function findChoice(state: ScanState, from: number, to: number): { question: number; colon: number } | null {
  if (to - from < 5) return null;
  const { kind, match } = state.tokens;
  let question = 0;
  for (let at = from; at < to; at++) {
    if (kind[at] === token.open || kind[at] === token.openIndex || kind[at] === token.openBrace) at = match[at] || at;
    else if (kind[at] === token.question) question = at;
    else if (kind[at] === token.colon && question > 0) return { question, colon: at };
  }
  return null;
}
