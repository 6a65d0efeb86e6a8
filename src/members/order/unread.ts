import { placeOf } from '../../text/place.ts';
import type { Carriers } from './carriers.ts';
import type { CodeTokens } from './code-tokens.ts';
import type { MacroLookup } from './macro-lookup.ts';
import { reasonAt } from './memory-view.ts';
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

/** `static struct ops` with an `#include` in place of a declarator. */
export function includesInDeclarations(code: CodeTokens, { typeAt }: Carriers): readonly OrderReason[] {
  const found: OrderReason[] = [];
  for (let at = 0; at < code.count; at++) {
    const meant = typeAt(code, at);
    if (meant === null) continue;
    let end = meant.next;
    while (end < code.count && !/^[;{}()=]$/.test(code.word(end))) end++;
    found.push(...includeBetween(code, meant.next - 1, end));
    at = meant.next - 1;
  }
  return found;
}

/** `struct holder { struct ops ops;` and the rest in another file; or a file that begins with the tag. */
export function closedElsewhere(code: CodeTokens, { typeAt, tagAt }: Carriers): readonly OrderReason[] {
  const why = 'the rest of this declaration is in another file';
  if (tagAt(code, 0) !== null && typeAt(code, 0) === null) return [reasonAt(code, 0, why)];
  const open: number[] = [];
  for (let at = 0; at < code.count; at++) {
    if (code.word(at) === '{') open.push(at);
    if (code.word(at) === '}') open.pop();
    const brace = open.at(-1) ?? 0;
    const isAggregate = [1, 2].some((back) => /^(?:struct|union)$/.test(code.word(brace - back)));
    if (open.length > 0 && isAggregate && code.closing(brace) === code.count && typeAt(code, at) !== null)
      return [reasonAt(code, at, why)];
  }
  return [];
}

/** `S ops v` of `#define S struct`: types are looked for behind the word itself. */
export function structByMacro(code: CodeTokens, { tagAt }: Carriers, macrosNamed: MacroLookup): readonly OrderReason[] {
  for (let at = 1; at < code.count; at++) {
    if (tagAt(code, at) === null) continue;
    let before = at - 1;
    if (code.word(before) === ')' && code.word(before - 1) === '(') before -= 2;
    if (code.isName(before) && endsWithStruct(code.word(before), macrosNamed, 4))
      return [reasonAt(code, before, `${code.word(before)} stands for \`struct\``)];
  }
  return [];
}

function endsWithStruct(name: string, macrosNamed: MacroLookup, depth: number): boolean {
  if (depth === 0) return false;
  return macrosNamed(name).some((body) => {
    const last = body.word(body.count - 1);
    return last === 'struct' || last === 'union' || endsWithStruct(last, macrosNamed, depth - 1);
  });
}
