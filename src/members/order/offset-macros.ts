import { isKeyword, typeofWords } from '../../parse/tokens/keywords.ts';
import type { CodeTokens } from './code-tokens.ts';
import type { MacroLookup } from './macro-lookup.ts';

/** Whether a macro says where a member lies. */
export type IsOffsetMacro = (name: string) => boolean;

/** Macros in macros beyond this are not followed. */
const DEEPEST = 8;

/**
 * Tells macros with parameters that say where a member lies: `#define OFF(t, m) offsetof(t, m)`, one as it was written before
 * there was `offsetof`, and those that use such a macro. One that takes the offset off an address, as `container_of` does, is
 * none: it is right for every order.
 */
export function offsetMacros(macrosNamed: MacroLookup): IsOffsetMacro {
  const known = new Map<string, boolean>();
  const isOne = (name: string, depth: number): boolean => {
    const answer = known.get(name);
    if (answer !== undefined) return answer;
    known.set(name, false);
    const found = macrosNamed(name).some(
      (body) =>
        body.parameters.length > 0 &&
        (asks(body, isOffset) ||
          (depth < DEEPEST && asks(body, (code, at) => code.word(at + 1) === '(' && isOne(code.word(at), depth + 1)))),
    );
    known.set(name, found);
    return found;
  };
  return (name) => !isKeyword(name) && isOne(name, 0);
}

function asks(body: CodeTokens, isOne: (body: CodeTokens, at: number) => boolean): boolean {
  for (let at = 0; at < body.count; at++) if (isOne(body, at) && !isTakenOff(body, at)) return true;
  return false;
}

/** `(char *)(ptr) - offsetof(type, member)` */
function isTakenOff(body: CodeTokens, at: number): boolean {
  let before = at - 1;
  while (body.word(before) === '(') before--;
  return body.word(before) === '-' && (body.word(before - 1) === ')' || body.isName(before - 1));
}

function isOffset(body: CodeTokens, at: number): boolean {
  if (/offset_?of$/i.test(body.word(at))) return true;
  if (body.word(at) !== '(' || body.word(body.closing(at) - 1) !== '*') return false;
  // Behind the cast: `0)->member`, with any number of parentheses.
  let behind = body.closing(at) + 1;
  while (body.word(behind) === '(') behind++;
  if (!/^(?:\d\w*|NULL|nullptr)$/.test(body.word(behind)) || body.word(behind + 1) !== ')') return false;
  let before = at - 1;
  while (body.word(before) === '(' || body.word(before) === '*') before--;
  return /^[&)]$/.test(body.word(before)) && !isTypeOnly(body, at);
}

/** Inside `sizeof(…)` and `typeof(…)` nothing is asked but the member's type. */
function isTypeOnly(body: CodeTokens, at: number): boolean {
  for (let open = at - 1; open > 0; open--) {
    const word = body.word(open - 1);
    if (body.word(open) === '(' && body.closing(open) > at && (word === 'sizeof' || typeofWords.has(word))) return true;
  }
  return false;
}
