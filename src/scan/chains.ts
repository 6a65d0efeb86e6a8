import { refer, reference } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { castType } from './types.ts';
import { isWord } from './words.ts';

/** Longer chains are not followed: nobody writes them. */
const LONGEST = 32;

/**
 * `a->b[i].m` as a base and its members, outermost last: the type of `a`, `b`, `m`. `at` is the token of `m`, behind an
 * arrow or a dot. The base is 0 where what it is cannot be told.
 */
export function chainBefore(state: ScanState, at: number): readonly number[] {
  const { kind, name, match } = state.tokens;
  const members: number[] = [name[at] ?? 0];
  let operator = at - 1;
  let entered = 0;
  for (let steps = 0; steps < LONGEST; steps++) {
    let end = operator - 1;
    while (kind[end] === token.closeIndex && (match[end] ?? 0) > 0) end = (match[end] ?? 0) - 1;
    if (kind[end] === token.close) {
      const open = match[end] ?? 0;
      if (open === 0) break;
      const before = kind[open - 1];
      if (before === token.name && !isWord(name[open - 1] ?? 0)) {
        if (isMemberOperator(kind[open - 2] ?? 0)) break;
        return [refer(reference.result, name[open - 1] ?? 0), ...members.reverse()];
      }
      if (before === token.close || before === token.closeIndex) break;
      // `((Ops *)x)->m`: what the parentheses hold ends with the expression.
      entered = open;
      operator = end;
      continue;
    }
    if (kind[end] !== token.name || isWord(name[end] ?? 0)) break;
    if (isMemberOperator(kind[end - 1] ?? 0)) {
      members.push(name[end] ?? 0);
      operator = end - 1;
      continue;
    }
    if (entered > 0 && kind[end - 1] === token.close) {
      const type = castType(state, match[end - 1] ?? 0);
      if (type >= 0) return [type, ...members.reverse()];
    }
    return [typeOfVariable(state, name[end] ?? 0), ...members.reverse()];
  }
  return [0, ...members.slice(0, 1)];
}

export function isMemberOperator(kind: number): boolean {
  return kind === token.arrow || kind === token.dot;
}

function typeOfVariable({ locals }: ScanState, name: number): number {
  return locals.epochs[name] === locals.epoch ? (locals.types[name] ?? 0) : refer(reference.global, name);
}
