import { placeOf } from '../../text/place.ts';
import type { Carriers } from './carriers.ts';
import type { CodeTokens } from './code-tokens.ts';
import type { OrderReason } from './reordered.ts';

/** `#define PAIR struct { struct ops a, b; }`: what is declared by it is not followed. */
export function structIn(body: CodeTokens, { typeAt }: Carriers): readonly OrderReason[] {
  for (let open = 1; open < body.count; open++) {
    const isStruct = [1, 2].some((back) => /^(?:struct|union)$/.test(body.word(open - back)));
    if (body.word(open) !== '{' || !isStruct) continue;
    for (let at = open + 1; at < body.closing(open); at++) {
      const meant = typeAt(body, at);
      if (meant !== null && body.word(meant.next) !== '*')
        return [{ why: 'this macro makes a struct that has it', place: placeOf(body.source, body.span(at)) }];
    }
  }
  return [];
}

/** Lists in `<% %>` are not read. */
export function digraphIn(code: CodeTokens): readonly OrderReason[] {
  for (let at = 0; at < code.count; at++) {
    const isOne = code.word(at) === '<' && code.word(at + 1) === '%' && code.span(at).end === code.span(at + 1).start;
    if (isOne || code.word(at) === '<%')
      return [{ why: 'braces are spelt <% here, and not read', place: placeOf(code.source, code.span(at)) }];
  }
  return [];
}

export function includeIn(code: CodeTokens, open: number): readonly OrderReason[] {
  return includeBetween(code, open, code.closing(open));
}

/** What an included file puts into an initialiser is not known. */
export function includeBetween(code: CodeTokens, from: number, to: number): readonly OrderReason[] {
  const [start, end] = [code.span(from).start, code.span(to).end];
  const at = code.source.text.slice(start, end).search(/^[ \t]*#[ \t]*include\b/m);
  const place = { start: start + at, end: start + at + 1 };
  return at < 0 ? [] : [{ why: 'this is included in an initialiser', place: placeOf(code.source, place) }];
}
