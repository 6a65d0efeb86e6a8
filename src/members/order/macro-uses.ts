import type { Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import type { Carriers } from './carriers.ts';
import { type CodeTokens, codeTokens } from './code-tokens.ts';
import { dimensionsAt, type Initialiser, initialisersOf } from './initialisers.ts';

/** An initialiser that a macro's use and its body make together. */
export type MacroInitialiser = { readonly code: CodeTokens; readonly initialiser: Initialiser };

/** Macros that declare a variable and leave its initialiser to their use: `OPS(name)` of `#define OPS(n) struct ops n`. */
export function declaringMacros(
  bodies: readonly CodeTokens[],
  { typeAt }: Carriers,
): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (const body of bodies) {
    const last = body.count - 1;
    if (body.macro === null || !(body.isName(last) || body.word(last) === ']')) continue;
    for (let at = 0; at < body.count; at++) {
      const meant = typeAt(body, at);
      const isOpen = meant !== null && !rest(body, meant.next).some((word) => /^[=;{}*(]$/.test(word));
      if (meant !== null && isOpen && meant.next <= last) found.set(body.macro, meant.type);
    }
  }
  return found;
}

function rest(code: CodeTokens, from: number): readonly string[] {
  return Array.from({ length: Math.max(0, code.count - from) }, (_, at) => code.word(from + at));
}

/** `OPS(name) = { … }`, in the files that name such macros. */
export function usesOfDeclaring(tree: Tree, macros: ReadonlyMap<string, string | null>): readonly MacroInitialiser[] {
  if (macros.size === 0) return [];
  return [...tree.filesNaming([...macros.keys()], isCPath).keys()].flatMap((path) => {
    const code = codeTokens({ path, text: tree.read(path) ?? '' });
    const found: MacroInitialiser[] = [];
    for (let at = 0; at < code.count; at++) {
      const type = macros.get(code.word(at));
      if (type === undefined || code.word(at + 1) !== '(') continue;
      const { dimensions, next } = dimensionsAt(code, code.closing(at + 1) + 1);
      if (code.word(next) === '=') found.push({ code, initialiser: { type, dimensions, at: next + 1 } });
    }
    return found;
  });
}

/** `MAKE(struct ops, f, g)` of `#define MAKE(T, ...) (T){ __VA_ARGS__ }`: the type is an argument. */
export function initialisersByArgument(
  code: CodeTokens,
  { typeAt }: Carriers,
  bodiesOf: (macro: string) => readonly CodeTokens[],
): readonly MacroInitialiser[] {
  const found: MacroInitialiser[] = [];
  const open: { readonly macro: string; index: number }[] = [];
  for (let at = 0; at < code.count; at++) {
    const word = code.word(at);
    if (word === '(' || word === '[' || word === '{')
      open.push({ macro: word === '(' && code.isName(at - 1) ? code.word(at - 1) : '', index: 0 });
    else if (word === ')' || word === ']' || word === '}') open.pop();
    const call = open.at(-1);
    if (call === undefined || call.macro === '') continue;
    if (word === ',') call.index++;
    const before = code.word(at - 1);
    const meant = before === '(' || before === ',' ? typeAt(code, at) : null;
    if (meant === null || !/^[,)]$/.test(code.word(meant.next))) continue;
    for (const body of bodiesOf(call.macro)) {
      const parameter = body.parameters[call.index];
      const byParameter = (one: CodeTokens, here: number) =>
        one.word(here) === parameter ? { type: meant.type, next: here + 1 } : null;
      for (const initialiser of initialisersOf(body, { typeAt: byParameter })) found.push({ code: body, initialiser });
    }
  }
  return found;
}
