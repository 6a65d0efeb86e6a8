import { conditionalWord } from '../../parse/tokens/directive.ts';
import { lex } from '../../parse/tokens/lex.ts';
import type { Span } from '../../text/span.ts';

/** The offsets of the directives that open the branches around a place, outermost first. */
export type Branches = readonly number[];

/** Of each of several places in a body, in the text's order, the branches around it. */
export function branchesAround(text: string, body: Span, places: readonly number[]): readonly Branches[] {
  if (places.length === 0) return [];
  const slice = text.slice(body.start, body.end);
  const around: Branches[] = [];
  let open: Branches = [];
  for (const token of lex(slice)) {
    for (let next = places[around.length]; next !== undefined && next - body.start <= token.start; )
      next = places[around.push(open)];
    const word = token.kind === 'directive' ? conditionalWord(slice, token) : null;
    if (word === null) continue;
    if (word !== 'if') open = open.slice(0, -1);
    if (word !== 'endif') open = [...open, token.start];
  }
  return places.map((_, at) => around[at] ?? open);
}

/**
 * How the conditionals of a body put two places of it: `same` branches around both; `covering` where one is read
 * wherever the other is; `apart` in different branches, or under conditions that are nothing to one another.
 */
export function compareBranches(first: Branches, second: Branches): 'same' | 'covering' | 'apart' {
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  if (!short.every((branch, depth) => branch === long[depth])) return 'apart';
  return short.length === long.length ? 'same' : 'covering';
}
