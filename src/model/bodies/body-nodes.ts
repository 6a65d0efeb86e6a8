import type { Annotations } from '../../parse/declarations/annotations.ts';
import { type ItemSegment, newlinesBetween, type Segment, segmentsOf } from '../../parse/segment.ts';
import { isPunctuator, type Token } from '../../parse/tokens/token.ts';
import { span } from '../../text/span.ts';

/**
 * What stands at the level of a function's body, from the tokens between its braces, each when it is asked for. The top
 * level of a file has old-style definitions, whose parameters are declared before their `{`; here a `;` ends an item.
 */
export function* bodyNodes(text: string, tokens: readonly Token[], annotations: Annotations): Generator<Segment, void> {
  let rest = tokens;
  for (let isCut = true; isCut; ) {
    isCut = false;
    for (const node of segmentsOf(text, rest, annotations, [])) {
      const end = node.kind === 'item' ? firstEnd(text, node) : null;
      if (node.kind !== 'item' || end === null) {
        yield node;
        continue;
      }
      const own = node.tokens.slice(0, end);
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last) throw new Error('an item without tokens');
      yield { ...node, tokens: own, span: span(first.start, last.end), broken: false };
      rest = rest.slice(rest.indexOf(last) + 1);
      isCut = true;
      break;
    }
  }
}

/** Past the first `;` of an item at its own level, and the comments trailing there; null when nothing else follows. */
function firstEnd(text: string, { tokens }: ItemSegment): number | null {
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'directive') return null;
    if (['(', '[', '{'].some((open) => isPunctuator(text, token, open))) depth++;
    if ([')', ']', '}'].some((close) => isPunctuator(text, token, close))) depth--;
    if (depth > 0 || !isPunctuator(text, token, ';')) continue;
    let end = at + 1;
    let before = token.end;
    for (let next = tokens[end]; next?.kind === 'comment'; next = tokens[end]) {
      if (newlinesBetween(text, before, next.start) > 0) break;
      before = next.end;
      end++;
    }
    return tokens.slice(end).some(({ kind }) => kind !== 'comment') ? end : null;
  }
  return null;
}
