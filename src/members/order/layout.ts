import { parseDirective } from '../../parse/tokens/directive.ts';
import { lexRange } from '../../parse/tokens/lex.ts';
import { tokenText } from '../../parse/tokens/token.ts';
import { tokensOf } from '../../parse/tokens/tokens-of.ts';
import { placeOf } from '../../text/place.ts';
import type { Span } from '../../text/span.ts';
import type { MacroLookup } from './macro-lookup.ts';
import type { Ordered } from './ordered.ts';
import type { OrderReason, Reordered } from './reordered.ts';

/** A struct that is packed, by an attribute, a macro or a pragma, has a layout that others than the compiler know. */
export function layoutReasons({ definition, macrosNamed }: Ordered): readonly OrderReason[] {
  const { source, head, tail, isUnion } = definition;
  const words = [head, tail].flatMap(({ start, end }) => lexRange(source.text, start, end));
  const packed = words.find(
    (token) => token.kind === 'identifier' && isLayout(tokenText(source.text, token), macrosNamed),
  );
  const pragma = packedBy(definition) ?? packedByMark(definition);
  return [
    ...(packed ? [{ why: 'its layout is prescribed', place: placeOf(source, packed) }] : []),
    ...(pragma ? [{ why: 'this pragma packs it', place: placeOf(source, pragma) }] : []),
    ...(isUnion
      ? [{ why: 'an initialiser of a union is that of its first member', place: placeOf(source, head) }]
      : []),
  ];
}

const LAYOUT = /pack|scalar_storage_order|ms_struct|gcc_struct/i;

/** An attribute, or a macro that stands for one. */
function isLayout(word: string, macrosNamed: MacroLookup): boolean {
  if (LAYOUT.test(word)) return true;
  return macrosNamed(word).some((body) => {
    return Array.from({ length: body.count }, (_, at) => body.word(at)).some((inner) => LAYOUT.test(inner));
  });
}

/** `PACK_ON` on a line of its own, `_Pragma("pack(1)")`, `#include <pshpack1.h>`, without its end before the struct. */
function packedByMark({ source, head }: Reordered['definition']): Span | null {
  const lines = source.text
    .slice(0, head.start)
    .matchAll(
      /^[ \t]*(?:_Pragma[ \t]*\([ \t]*"(?=[^"\n]*pack)[^"\n]*"[ \t]*\)|(?=[\w$]*pack)[\w$]+(?:[ \t]*\([^()\n]*\))?|#[ \t]*include[ \t]*["<](?=[^">\n]*pack)[^">\n]*[">]);?[ \t]*\r?$/gim,
    );
  let open: Span | null = null;
  for (const { 0: line, index } of lines) {
    const isEnd = /pop|end|off|restore|done|pack[ \t]*\([ \t]*\)|default/i.test(line);
    const isBegin = !/#/.test(line) || /psh|push|begin|start|on\b|pack_?\d|packed\./i.test(line);
    if (isEnd) open = null;
    else if (isBegin) open = { start: index, end: index + line.length };
  }
  return open;
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
