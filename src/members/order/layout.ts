import { parseDirective } from '../../parse/tokens/directive.ts';
import { lexRange } from '../../parse/tokens/lex.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import { tokensOf } from '../../parse/tokens/tokens-of.ts';
import { placeOf } from '../../text/place.ts';
import type { Span } from '../../text/span.ts';
import type { OrderReason, Reordered } from './reordered.ts';

/** A struct that is packed, by an attribute, a macro or a pragma, has a layout that others than the compiler know. */
export function layoutReasons({ definition }: Reordered): readonly OrderReason[] {
  const { source, head, tail, isUnion } = definition;
  const words = [head, tail].flatMap(({ start, end }) => lexRange(source.text, start, end));
  const packed = words.find((token) => token.kind === 'identifier' && /pack/i.test(tokenText(source.text, token)));
  const pragma = packedBy(definition);
  return [
    ...(packed ? [{ why: 'it is packed', place: placeOf(source, packed) }] : []),
    ...(pragma ? [{ why: 'this pragma packs it', place: placeOf(source, pragma) }] : []),
    ...(isUnion
      ? [{ why: 'an initialiser of a union is that of its first member', place: placeOf(source, head) }]
      : []),
  ];
}

/** The `#pragma pack` that is in force where the struct begins. */
function packedBy({ source, head }: Reordered['definition']): Span | null {
  const stack: (Span | null)[] = [];
  let current: Span | null = null;
  for (const token of tokensOf(source)) {
    if (token.start > head.start) break;
    if (token.kind !== 'directive') continue;
    const directive = parseDirective(source.text, token);
    if (directive.kind !== 'pragma' || directive.words[0] !== 'pack') continue;
    const { words } = directive;
    const isPop = words.includes('pop');
    if (words.includes('push')) stack.push(current);
    if (isPop) current = stack.pop() ?? null;
    else if (words.some((word) => /^\d+$/.test(word))) current = directive.span;
    else if (!words.includes('push')) current = null;
  }
  return current;
}
