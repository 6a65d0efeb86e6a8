import { isZero, token } from '../scan/tokens.ts';
import { answerOf } from './answers.ts';
import { DEEPEST, type FlowState, type Steadiness } from './flow-state.ts';
import { steadinessOf, steadyAnswer } from './steady-variables.ts';

/** What is held when a condition is true, and when it is false. */
export type Outcome = { readonly whenTrue: number; readonly whenFalse: number };

export type ConditionReader = {
  readonly condition: (from: number, to: number) => Outcome;
  /** What an expression does to the locks, call by call. */
  readonly expression: (from: number, to: number) => void;
  readonly isTooDeep: () => boolean;
};

export function makeConditions(state: FlowState): ConditionReader {
  const { tokens, words, answers } = state;
  const { kind, name, match, start } = tokens;
  let isTooDeep = false;

  const deeper = <T>(otherwise: T, read: () => T): T => {
    if (++state.depth > DEEPEST) isTooDeep = true;
    const result = isTooDeep ? otherwise : read();
    state.depth--;
    return result;
  };
  const unchanged = (): Outcome => ({ whenTrue: state.held, whenFalse: state.held });
  const condition: ConditionReader['condition'] = (from, to) => deeper(unchanged(), () => readCondition(from, to));
  const readCondition = (from: number, to: number): Outcome => {
    if (from >= to) return unchanged();
    if (kind[from] === token.open && match[from] === to - 1) return condition(from + 1, to - 1);
    const divided = dividers(from, to);
    if (divided.question > 0) {
      expression(from, to);
      return unchanged();
    }
    if (divided.or.length > 0) return joined(from, to, divided.or, false);
    if (divided.and.length > 0) return joined(from, to, divided.and, true);
    if (kind[from] === token.not) {
      const { whenTrue, whenFalse } = condition(from + 1, to);
      return { whenTrue: whenFalse, whenFalse: whenTrue };
    }
    const isCall = kind[from] === token.name && kind[from + 1] === token.open && match[from + 1] === to - 1;
    if (isCall && words.isTransparent(name[from] ?? 0)) return condition(from + 2, firstArgument(from + 2, to - 1));
    expression(from, to);
    const answer = answerOf(tokens, words, answers, from, to);
    if (answer === null) return unchanged();
    return {
      whenTrue: (state.held & ~answer.whenTrue.denies) | answer.whenTrue.holds,
      whenFalse: (state.held & ~answer.whenFalse.denies) | answer.whenFalse.holds,
    };
  };
  /** `a && b` or `a || b`: each operand is read where those before it were true, or false. */
  const joined = (from: number, to: number, at: readonly number[], isAnd: boolean): Outcome => {
    let short = -1;
    let long = state.held;
    for (const [index, end] of [...at, to].entries()) {
      state.held = long;
      const { whenTrue, whenFalse } = condition(index === 0 ? from : (at[index - 1] ?? from) + 1, end);
      short &= isAnd ? whenFalse : whenTrue;
      long = isAnd ? whenTrue : whenFalse;
    }
    return isAnd ? { whenTrue: long, whenFalse: short } : { whenTrue: short, whenFalse: long };
  };
  const expression: ConditionReader['expression'] = (from, to) => {
    deeper(undefined, () => readExpression(from, to));
  };
  const readExpression = (from: number, to: number): void => {
    const divided = dividers(from, to);
    if (divided.question > 0 && divided.colon > 0) {
      expression(from, divided.assign);
      const { whenTrue, whenFalse } = condition(divided.assign + 1, divided.question);
      state.held = whenTrue;
      expression(divided.question + 1, divided.colon);
      const after = state.held;
      state.held = whenFalse;
      expression(divided.colon + 1, to);
      state.held &= after;
      return;
    }
    if (divided.or.length + divided.and.length > 0) {
      expression(from, divided.assign);
      const { whenTrue, whenFalse } = condition(divided.assign + 1, to);
      state.held = whenTrue & whenFalse;
      return;
    }
    for (let at = from; at < to; at++) {
      const here = kind[at];
      if (here === token.and && isAddress(at)) state.addressed.add(name[at + 1] ?? 0);
      if (here === token.assign) remember(at, to);
      if (here !== token.open && here !== token.openIndex && here !== token.openBrace) continue;
      const close = match[at] || to;
      if (here === token.open && kind[at - 1] === token.name) readCall(at - 1, close);
      else {
        if (here === token.open) state.record(start[at] ?? 0, state.held);
        expression(at + 1, close);
      }
      at = Math.min(close, to);
    }
  };
  const readCall = (at: number, close: number): void => {
    const number = name[at] ?? 0;
    if (words.isAssertion(number)) {
      const { whenTrue } = condition(at + 2, firstArgument(at + 2, close));
      state.held = whenTrue;
      return;
    }
    expression(at + 2, close);
    state.record(start[at] ?? 0, state.held);
    const acquired = words.acquire.get(number) ?? 0;
    const released = words.release.get(number) ?? 0;
    if (state.held !== -1) state.held = (state.held & ~released) | acquired | (words.asserts.get(number) ?? 0);
    if (words.isFinal(number)) state.held = -1;
    if ((acquired | released) !== 0) answers.clear();
  };
  /** `had = held();`. */
  const remember = (assign: number, to: number): void => {
    if (kind[assign - 1] !== token.name || kind[assign - 2] === token.dot || kind[assign - 2] === token.arrow) return;
    const variable = name[assign - 1] ?? 0;
    const answer = answerOf(tokens, words, answers, assign + 1, to);
    const sure = answer && steadyAnswer(answer, steadiness(variable));
    if (sure === null) answers.delete(variable);
    else answers.set(variable, sure);
  };
  const steadiness = (variable: number): Steadiness => {
    const known = state.steadiness.get(variable) ?? steadinessOf(tokens, state.body, variable, assigned);
    state.steadiness.set(variable, known);
    return known;
  };
  const assigned = (from: number, to: number): 'answer' | 'zero' | 'other' => {
    const isZeroAlone = to === from + 1 && (isZero(tokens, from) || words.constants.get(name[from] ?? 0) === false);
    if (isZeroAlone) return 'zero';
    return answerOf(tokens, words, answers, from, to) === null ? 'other' : 'answer';
  };
  const firstArgument = (from: number, to: number): number => {
    let at = from;
    while (at < to && kind[at] !== token.comma) at = (match[at] ?? 0) > at ? (match[at] ?? 0) + 1 : at + 1;
    return Math.min(at, to);
  };
  /** The operators of an expression that stand in no brackets. */
  const dividers = (from: number, to: number) => {
    const [or, and]: [number[], number[]] = [[], []];
    let [question, colon, assign] = [0, 0, from - 1];
    for (let at = from; at < to; at++) {
      const here = kind[at];
      if (here === token.open || here === token.openIndex || here === token.openBrace)
        at = Math.max(at, match[at] ?? 0);
      else if (question === 0 && here === token.or) or.push(at);
      else if (question === 0 && here === token.and && !isAddress(at)) and.push(at);
      else if (question === 0 && (here === token.assign || here === token.comma)) {
        if (or.length + and.length === 0) assign = at;
      } else if (here === token.question && question === 0) question = at;
      else if (here === token.colon && question > 0 && colon === 0) colon = at;
    }
    return { or, and, question, colon, assign };
  };
  /** `&&label`, as gcc has it. */
  const isAddress = (at: number): boolean => {
    const before = kind[at - 1];
    return before === token.assign || before === token.comma || before === token.open || before === token.openBrace;
  };
  return { condition, expression, isTooDeep: () => isTooDeep };
}
