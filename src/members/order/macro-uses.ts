import { qualifierWords } from '../../parse/tokens/keywords.ts';
import type { Tree } from '../../text/tree.ts';
import { isCPath } from '../c-path.ts';
import type { Carriers } from './carriers.ts';
import { type CodeTokens, codeTokens } from './code-tokens.ts';
import { compoundLiteral, declared, dimensionsAt, type Initialiser, initialisersOf } from './initialisers.ts';

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

/**
 * `MAKE(struct ops, f, g)` of `#define MAKE(T, ...) (T){ __VA_ARGS__ }`, `DEFINE(ops, o) = { f, g }` of
 * `#define DEFINE(tag, name) struct tag name`: the type, or its tag, is an argument.
 */
export function initialisersByArgument(
  code: CodeTokens,
  { typeAt, tagAt }: Carriers,
  bodiesOf: (macro: string) => readonly CodeTokens[],
): readonly MacroInitialiser[] {
  const found: MacroInitialiser[] = [];
  const calls: { readonly macro: string; readonly open: number; index: number }[] = [];
  for (let at = 0; at < code.count; at++) {
    const word = code.word(at);
    if (word === '(' || word === '[' || word === '{')
      calls.push({ macro: word === '(' && code.isName(at - 1) ? code.word(at - 1) : '', open: at, index: 0 });
    else if (word === ')' || word === ']' || word === '}') calls.pop();
    const call = calls.at(-1);
    if (call === undefined || call.macro === '') continue;
    if (word === ',') call.index++;
    const before = code.word(at - 1);
    const mayBegin = before === '(' || before === ',' || qualifierWords.has(before);
    const meant = mayBegin ? (typeAt(code, at) ?? tagAt(code, at)) : null;
    if (meant === null || !/^[,)[]$/.test(code.word(meant.next))) continue;
    const bodies = bodiesOf(call.macro);
    for (const body of bodies) {
      const byParameter = typeByParameter(body.parameters[call.index], meant.type);
      for (const initialiser of initialisersOf(body, { typeAt: byParameter })) found.push({ code: body, initialiser });
    }
    const behind = code.closing(call.open) + 1;
    if (bodies.length > 0)
      for (const initialiser of compoundLiteral(code, behind, meant.type)) found.push({ code, initialiser });
    if (bodies.length > 0 && (code.isName(behind) || /^[=[(]$/.test(code.word(behind))))
      for (const initialiser of declared(code, behind, meant.type)) found.push({ code, initialiser });
  }
  return found;
}

function typeByParameter(parameter: string | undefined, type: string | null): Carriers['typeAt'] {
  return (body, at) => {
    const isTagged = body.word(at) === 'struct' || body.word(at) === 'union';
    const name = isTagged ? at + 1 : at;
    return parameter !== undefined && body.word(name) === parameter ? { type, next: name + 1 } : null;
  };
}
