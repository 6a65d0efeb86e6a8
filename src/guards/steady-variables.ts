import { type Tokens, token } from '../scan/tokens.ts';
import type { Answer } from './answers.ts';
import type { Body, Steadiness } from './flow-state.ts';

/** What an assignment gives a variable: an answer, a zero, or what tells nothing. */
type Assigned = 'answer' | 'zero' | 'other';

/** Of a variable of a body: `never` where something else is assigned to it or may change it. */
export function steadinessOf(
  tokens: Tokens,
  body: Body,
  variable: number,
  assigned: (from: number, to: number) => Assigned,
): Steadiness {
  const { kind, name } = tokens;
  let found: Steadiness = 'always';
  for (let at = body.from; at < body.to; at++) {
    if (kind[at] !== token.name || name[at] !== variable) continue;
    const [before = 0, behind = 0] = [kind[at - 1], kind[at + 1]];
    if (before === token.dot || before === token.arrow) continue;
    if (changing.has(before) || behind === token.operator) return 'never';
    if (behind !== token.assign) continue;
    const what = assigned(at + 2, endOfValue(tokens, at + 2, body.to));
    if (what === 'other') return 'never';
    if (what === 'zero') found = 'when-true';
  }
  return found;
}

/** An answer as far as it is sure; null where it is not. */
export function steadyAnswer(answer: Answer, steadiness: Steadiness): Answer | null {
  if (steadiness === 'never') return null;
  return steadiness === 'always' ? answer : { whenTrue: answer.whenTrue, whenFalse: { holds: 0, denies: 0 } };
}

/** `++`, `|=` and the like are operators that are not told apart. */
const changing: ReadonlySet<number> = new Set([token.operator, token.ampersand, token.star]);

function endOfValue({ kind, match }: Tokens, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const here = kind[at];
    if (here === token.semicolon || here === token.comma || here === token.close || here === token.closeBrace)
      return at;
    if (here === token.open || here === token.openIndex || here === token.openBrace) at = match[at] || at;
  }
  return to;
}
