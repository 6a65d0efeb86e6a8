import { typeofWords } from '../../parse/tokens/keywords.ts';
import { linesHolding, type Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import { type CodeTokens, macroBodies } from './code-tokens.ts';

/**
 * Macros with parameters that say where a member lies: `#define OFF(t, m) offsetof(t, m)`, one as it was written before there
 * was `offsetof`, and those that use such a macro. One that takes the offset off an address, as `container_of` does, is none:
 * it is right for every order.
 */
export function offsetMacros(tree: Tree): ReadonlySet<string> {
  const bodies = [...linesHolding(tree, 'define', isCPath).keys()].flatMap((path) => {
    const text = tree.read(path) ?? '';
    return /offset_?of\b|\*\s*\)[\s(]*(?:\d|NULL|nullptr)/i.test(text) ? macroBodies({ path, text }) : [];
  });
  const found = new Set<string>();
  for (const body of bodies) if (body.parameters.length > 0 && asks(body, isOffset)) found.add(body.macro ?? '');
  return withUsers(tree, found);
}

/** And the macros that use them, at whatever depth. */
function withUsers(tree: Tree, found: Set<string>): ReadonlySet<string> {
  for (let asked = [...found]; asked.length > 0; ) {
    const known = new Set(asked);
    asked = [];
    for (const path of tree.filesNaming([...known], isCPath).keys())
      for (const body of macroBodies({ path, text: tree.read(path) ?? '' })) {
        if (body.macro === null || body.parameters.length === 0 || found.has(body.macro)) continue;
        if (!asks(body, (code, at) => known.has(code.word(at)))) continue;
        found.add(body.macro);
        asked.push(body.macro);
      }
  }
  return found;
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
