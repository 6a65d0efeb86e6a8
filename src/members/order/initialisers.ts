import { qualifierWords, storageWords, typeofWords } from '../../parse/tokens/keywords.ts';
import type { Carriers } from './carriers.ts';
import type { CodeTokens } from './code-tokens.ts';

/** What a struct, or one that has it by value, is initialised with. */
export type Initialiser = {
  /** Null: the struct itself; else the one that has it. */
  readonly type: string | null;
  readonly dimensions: number;
  /** The first token of the value. */
  readonly at: number;
};

/** The initialisers of variables and compound literals of some types, pointers to them left out. */
export function initialisersOf(code: CodeTokens, { typeAt }: Pick<Carriers, 'typeAt'>): readonly Initialiser[] {
  const found: Initialiser[] = [];
  const open: number[] = [];
  for (let at = 0; at < code.count; at++) {
    const word = code.word(at);
    if (word === '(') open.push(at);
    if (word === ')') open.pop();
    const meant = typeAt(code, at);
    if (meant === null) continue;
    const { type, next } = meant;
    const isTypeof = opensTypeof(code, at, next);
    if (isTypeof || opensCast(code, at)) found.push(...compoundLiteral(code, isTypeof ? next + 1 : next, type));
    found.push(...declared(code, isTypeof ? next + 1 : next, type));
    const call = open.at(-1);
    if (call !== undefined && !isTypeof && code.isName(call - 1) && code.word(next) !== '*')
      found.push(...behindCall(code, call, type));
    at = next - 1;
  }
  return found;
}

/** `EXPORT(struct ops o) = { … }` */
function behindCall(code: CodeTokens, open: number, type: string | null): readonly Initialiser[] {
  let [at, dimensions] = [code.closing(open) + 1, 0];
  for (; code.isName(at) || code.word(at) === '(' || code.word(at) === '['; at++) {
    if (code.word(at) === '[') dimensions++;
    if (!code.isName(at)) at = code.closing(at);
  }
  return code.word(at) === '=' ? [{ type, dimensions, at: at + 1 }] : [];
}

/** `typeof(struct ops) o = { … }` */
function opensTypeof(code: CodeTokens, at: number, next: number): boolean {
  return code.word(at - 1) === '(' && typeofWords.has(code.word(at - 2)) && code.word(next) === ')';
}

/** Whether only qualifiers stand between a parenthesis and the type. */
function opensCast(code: CodeTokens, at: number): boolean {
  let before = at - 1;
  while (qualifierWords.has(code.word(before))) before--;
  return code.word(before) === '(';
}

/** `(struct ops){ … }`, `(struct ops[]){ … }`, `(struct ops) LIST` of a macro. */
export function compoundLiteral(code: CodeTokens, from: number, type: string | null): readonly Initialiser[] {
  let at = from;
  while (qualifierWords.has(code.word(at))) at++;
  const { dimensions, next } = dimensionsAt(code, at);
  const mayBeList = code.word(next + 1) === '{' || code.isName(next + 1);
  return code.word(next) === ')' && mayBeList ? [{ type, dimensions, at: next + 1 }] : [];
}

/**
 * The initialisers of the declarators behind a type, whatever attributes and macros stand among them. A name or call in a
 * declarator is one too: a macro may hold the list.
 */
export function declared(code: CodeTokens, from: number, type: string | null): readonly Initialiser[] {
  const found: Initialiser[] = [];
  let [isPointer, isCalled, dimensions, depth] = [false, false, 0, 0];
  for (let at = from; at < code.count; at++) {
    const word = code.word(at);
    if (word === '*' || word === '&') isPointer = true;
    else if (word === '[') {
      if (code.word(at + 1) !== '[') dimensions++;
      at = code.closing(at);
    } else if (word === '(') {
      if (opensDeclarator(code, from, at)) depth++;
      else {
        isCalled = true;
        at = code.closing(at);
      }
    } else if (word === ')') {
      if (depth-- === 0) return found;
      // C++ has `ops o{ … }` too.
    } else if (word === '=' || (word === '{' && at > from && !isCalled)) {
      const value = word === '=' ? at + 1 : at;
      if (!isPointer) found.push({ type, dimensions, at: value });
      at = endOfValue(code, value) - 1;
    } else if (word === ',') [isPointer, isCalled, dimensions] = [false, false, 0];
    else if (code.isName(at)) {
      if (!isPointer) found.push({ type, dimensions, at });
    } else if (word !== '##') return found;
  }
  return found;
}

/** `struct ops (o)`, not `struct ops o ALIGNED(8)`. */
function opensDeclarator(code: CodeTokens, from: number, at: number): boolean {
  const before = code.word(at - 1);
  return at === from || /^[*(,]$/.test(before) || qualifierWords.has(before) || storageWords.has(before);
}

export function dimensionsAt(code: CodeTokens, from: number): { readonly dimensions: number; readonly next: number } {
  let [dimensions, next] = [0, from];
  for (; code.word(next) === '['; dimensions++) next = code.closing(next) + 1;
  return { dimensions, next };
}

function endOfValue(code: CodeTokens, from: number): number {
  for (let at = from; at < code.count; at++) {
    const word = code.word(at);
    if (word === ',' || word === ';' || word === ')' || word === '}') return at;
    if (word === '(' || word === '[' || word === '{') at = code.closing(at);
  }
  return code.count;
}
