import { conditionalWord } from '../parse/directive.ts';
import { lex } from '../parse/lex.ts';
import type { Span } from '../text/span.ts';

/**
 * How the conditionals of a body put two places of it: `same` branches around both; `covering` where one is read
 * wherever the other is; `apart` in different branches, or under conditions that are nothing to one another.
 */
export function branchesOfTwo(text: string, body: Span, one: number, other: number): 'same' | 'covering' | 'apart' {
  const [first, second] = [branchesAround(text, body, one), branchesAround(text, body, other)];
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  if (!short.every((branch, depth) => branch === long[depth])) return 'apart';
  return short.length === long.length ? 'same' : 'covering';
}

/** The offsets of the directives that open the branches around a place, outermost first. */
function branchesAround(text: string, body: Span, at: number): readonly number[] {
  const open: number[] = [];
  const before = text.slice(body.start, at);
  for (const token of lex(before)) {
    const word = token.kind === 'directive' ? conditionalWord(before, token) : null;
    if (word === null) continue;
    if (word !== 'if') open.pop();
    if (word !== 'endif') open.push(token.start);
  }
  return open;
}
