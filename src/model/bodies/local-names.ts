import type { Annotations } from '../../parse/declarations/annotations.ts';
import { parseDeclaration } from '../../parse/declarations/declaration.ts';
import { lexRange } from '../../parse/tokens/lex.ts';
import type { Span } from '../../text/span.ts';
import { wordsIn } from '../../text/tree.ts';
import { macrosOf } from './file-macros.ts';
import { readBody } from './function-body.ts';

/**
 * Those of `wanted` that are variables, types or enumerators which a body (latin1) declares where it begins. A function
 * declared there is the one that it is elsewhere.
 */
export function localNames(
  text: string,
  body: Span,
  wanted: readonly string[],
  annotations: Annotations,
): ReadonlySet<string> {
  const standing = wordsIn(text.slice(body.start, body.end), wanted);
  if (standing.length === 0) return new Set();
  const vocabulary = { annotations, declarationMacros: [], macros: macrosOf(text) };
  const declared = readBody(text, body, vocabulary).declarations.flatMap(({ span }) => {
    const slice = text.slice(span.start, span.end);
    return parseDeclaration(slice, lexRange(slice, 0, slice.length), annotations).others.map(({ name }) => name);
  });
  const names = new Set(declared);
  return new Set(standing.filter((name) => names.has(name)));
}
