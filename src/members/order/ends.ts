import type { Item } from '../../model/header.ts';
import { aggregateWords, beginsDeclaration } from '../../parse/tokens/keywords.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import { placeOf } from '../../text/place.ts';
import type { OrderReason, Reordered } from './reordered.ts';

/**
 * A struct that begins with another is used as that by its address, so that one stays first; an array without a length
 * stays last.
 */
export function endsThatMove({ definition, body, units, order }: Reordered): readonly OrderReason[] {
  const { source } = definition;
  const { text } = body.header.source;
  const first = units
    .flatMap(({ items }) => items)
    .find(({ index, content }) => index > 0 && content.kind === 'declaration');
  const isFirstKept =
    units[order[0] ?? 0]?.items.includes(first as Item) || units[order[1] ?? 0]?.items.includes(first as Item);
  const last = units.at(-1)?.items.at(-1);
  const isLastKept = order.at(-1) === units.length - 1;
  return [
    ...(first && !isFirstKept && isAggregate(text, first)
      ? [{ why: 'it begins with another struct, whose address is its own', place: placeOf(source, first.span) }]
      : []),
    ...(last && !isLastKept && staysLast(text, last)
      ? [{ why: 'an array without a length of its own ends it', place: placeOf(source, last.span) }]
      : []),
  ];
}

/** Whether a member must stay the last, whatever its section. */
export function staysLast(text: string, item: Item): boolean {
  return isMacroCall(text, item) || endsWithoutLength(text, item);
}

/** `char data[];`, `[0]`, `[1]`, `[FLEX_ARRAY]`. */
function endsWithoutLength(text: string, { span }: Item): boolean {
  const code = text.slice(span.start, span.end).replace(/\/[*/][\s\S]*$/, '');
  return /\[\s*(?:(?:[01]|(?=\w*FLEX)\w+)\s*)?\][^[\]]*$/i.test(code);
}

/** `FLEX(char, data);`: what a macro declares is not known. */
function isMacroCall(text: string, { tokens }: Item): boolean {
  const [first, second, third] = tokens
    .filter(({ kind }) => kind !== 'comment')
    .map((token) => (token.kind === 'directive' ? '' : tokenText(text, token)));
  return (
    first !== undefined && /^[A-Za-z_]/.test(first) && !beginsDeclaration(first) && second === '(' && third !== '*'
  );
}

/** A struct by value that has a name. A typedef of one looks like any other type. */
function isAggregate(text: string, { tokens, content }: Item): boolean {
  if (content.kind === 'declaration' && content.declaration.kind === 'type') return false;
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  const [first] = code;
  const isPointer = code.some((token) => tokenText(text, token) === '*' || tokenText(text, token) === '(');
  return (
    first !== undefined && aggregateWords.has(tokenText(text, first)) && tokenText(text, first) !== 'enum' && !isPointer
  );
}
