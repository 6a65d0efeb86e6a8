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
  for (let at = 0; at < code.count; at++) {
    const meant = typeAt(code, at);
    if (meant === null) continue;
    const { type, next } = meant;
    if (opensTypeof(code, at, next)) found.push(...declared(code, next + 1, type));
    else if (opensCast(code, at)) found.push(...compoundLiteral(code, next, type));
    else found.push(...declared(code, next, type));
    at = next - 1;
  }
  return found;
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

/** `(struct ops){ … }`, `(struct ops[]){ … }`. */
function compoundLiteral(code: CodeTokens, from: number, type: string | null): readonly Initialiser[] {
  let at = from;
  while (qualifierWords.has(code.word(at))) at++;
  const { dimensions, next } = dimensionsAt(code, at);
  return code.word(next) === ')' && code.word(next + 1) === '{' ? [{ type, dimensions, at: next + 1 }] : [];
}

/** The declarators behind a type, up to the first that is none. */
function declared(code: CodeTokens, from: number, type: string | null): readonly Initialiser[] {
  const found: Initialiser[] = [];
  for (let at = from; at < code.count; at++) {
    let isPointer = false;
    while (code.word(at) === '*' || qualifierWords.has(code.word(at)) || storageWords.has(code.word(at))) {
      if (code.word(at) === '*') isPointer = true;
      at++;
    }
    // `struct ops __read_mostly o`: the last of several names is the variable.
    while (code.isName(at) && (isAttribute(code, at) || (code.isName(at + 1) && !isAttribute(code, at + 1))))
      at = code.word(at + 1) === '(' ? code.closing(at + 1) + 1 : at + 1;
    if (!code.isName(at)) return found;
    let { dimensions, next } = dimensionsAt(code, at + 1);
    while (code.isName(next)) next = code.word(next + 1) === '(' ? code.closing(next + 1) + 1 : next + 1;
    // C++ has `ops o{ … }` too.
    if (code.word(next) === '{' && !isPointer) found.push({ type, dimensions, at: next });
    if (code.word(next) === '=') {
      if (!isPointer) found.push({ type, dimensions, at: next + 1 });
      next = endOfValue(code, next + 1);
    }
    if (code.word(next) !== ',') return found;
    at = next;
  }
  return found;
}

function isAttribute(code: CodeTokens, at: number): boolean {
  return code.word(at + 1) === '(' && /attribute|align|section/i.test(code.word(at));
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
