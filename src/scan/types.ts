import { refer, reference } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import {
  isAggregateWord,
  isAttributeWord,
  isSpecifierWord,
  isStatementWord,
  isTypeofWord,
  isTypeWord,
  isWord,
  word,
} from './words.ts';

/**
 * The specifiers and the first declarator from a token on, where what stands there can be a declaration: `const Ops *o`.
 * `name` is the token of the declared name, `type` a reference, `next` the token behind the name.
 */
export type Declared = { readonly name: number; readonly type: number; readonly next: number };

/**
 * Reads a run of words and stars: the last word is the name, the one before it the type, unless `int` or a tag says
 * better. null where there are fewer than two words, or a word that begins a statement. The bodies of aggregates are
 * skipped; `body` is then the reference of the one that was read last.
 */
export function readDeclared(state: ScanState, from: number, to: number, body = 0): Declared | null {
  const { kind, name, match } = state.tokens;
  let last = 0;
  let type = 0;
  let isSure = false;
  let words = 0;
  let at = from;
  for (; at < to; at++) {
    const here = kind[at];
    if (here === token.star) {
      if (words === 0) return null;
      // What stands before a star is the type.
      if (last !== 0 && !isSure) [type, isSure] = [refer(reference.typedef, name[last] ?? 0), true];
      last = 0;
      continue;
    }
    if (here !== token.name) break;
    const number = name[at] ?? 0;
    if (isAggregateWord(number)) {
      let tag = skipAttributes(state, at + 1);
      words++;
      if (kind[tag] === token.name && !isWord(name[tag] ?? 0)) {
        [type, isSure] = [number === word.enum ? 0 : refer(reference.tag, name[tag] ?? 0), true];
        tag++;
      }
      if (kind[tag] === token.openBrace && (match[tag] ?? 0) > 0) {
        if (body !== 0) [type, isSure] = [body, true];
        tag = (match[tag] ?? 0) + 1;
      }
      isSure = true;
      last = 0;
      at = tag - 1;
      continue;
    }
    if (isTypeofWord(number) || isAttributeWord(number)) {
      const close = match[at + 1] ?? 0;
      if (close === 0) return null;
      if (!isAttributeWord(number)) [type, isSure, words] = [typeofType(state, at + 1), true, words + 1];
      at = close;
      continue;
    }
    if (isTypeWord(number)) {
      [type, isSure] = [0, true];
      words++;
      last = 0;
      continue;
    }
    if (isSpecifierWord(number)) continue;
    if (isStatementWord(number)) {
      if (number !== 0) return null;
      continue;
    }
    if (last !== 0 && !isSure) type = refer(reference.typedef, name[last] ?? 0);
    words++;
    last = at;
    // `g_autoptr(Ops) o`: the type stands in parentheses.
    if (kind[at + 1] === token.open) {
      const close = match[at + 1] ?? 0;
      if (
        close === at + 3 &&
        kind[close + 1] === token.name &&
        !isWord(name[close + 1] ?? 0) &&
        kind[at + 2] === token.name
      ) {
        if (!isSure) [type, isSure] = [refer(reference.typedef, name[at + 2] ?? 0), true];
        at = close;
        last = 0;
        continue;
      }
      at++;
      break;
    }
  }
  if (last === 0 || words < 2) return null;
  return { name: last, type, next: last + 1 };
}

/** The type that a cast's parentheses hold, as `(const Ops *)`; -1 where they hold no type. */
export function castType(state: ScanState, open: number): number {
  const { kind, name, match } = state.tokens;
  const close = match[open] ?? 0;
  let type = -1;
  let at = open + 1;
  for (; at < close; at++) {
    if (kind[at] === token.star || kind[at] === token.openIndex) break;
    // `(void (*)(int))`.
    const isPointer = kind[at] === token.open && kind[at + 1] === token.star;
    if (isPointer && type >= 0 && kind[(match[at] ?? 0) + 1] === token.open) return 0;
    if (kind[at] !== token.name) return -1;
    const number = name[at] ?? 0;
    if (isAggregateWord(number)) {
      if (kind[at + 1] !== token.name) return -1;
      type = refer(reference.tag, name[at + 1] ?? 0);
      at++;
    } else if (isTypeWord(number)) type = 0;
    else if (isTypeofWord(number)) {
      type = typeofType(state, at + 1);
      at = match[at + 1] ?? close;
    } else if (isSpecifierWord(number)) continue;
    else if (isWord(number)) return -1;
    else type = refer(reference.typedef, number);
  }
  for (; at < close; at++) {
    const here = kind[at];
    if (here === token.openIndex) at = match[at] || close;
    else if (here === token.open && kind[at + 1] === token.star && kind[(match[at] ?? 0) + 1] === token.open) return 0;
    else if (here !== token.star && !(here === token.name && isSpecifierWord(name[at] ?? 0))) return -1;
  }
  return type;
}

/** `typeof(x)` of a variable or a type; 0 for more. */
function typeofType(state: ScanState, open: number): number {
  const { kind, name, match } = state.tokens;
  const close = match[open] ?? 0;
  let at = open + 1;
  while (kind[at] === token.star) at++;
  if (at + 1 !== close || kind[at] !== token.name) return Math.max(0, castType(state, open));
  const number = name[at] ?? 0;
  const { locals } = state;
  return locals.epochs[number] === locals.epoch ? (locals.types[number] ?? 0) : refer(reference.typedef, number);
}

function skipAttributes({ tokens: { kind, name, match } }: ScanState, from: number): number {
  let at = from;
  while (kind[at] === token.name && isAttributeWord(name[at] ?? 0) && (match[at + 1] ?? 0) > 0) {
    at = (match[at + 1] ?? 0) + 1;
  }
  return at;
}

/** Behind a row of `[…]`, and how many there are. */
export function readDimensions({ tokens: { kind, match } }: ScanState, from: number): { next: number; count: number } {
  let [next, count] = [from, 0];
  while (kind[next] === token.openIndex && (match[next] ?? 0) > 0) {
    next = (match[next] ?? 0) + 1;
    count++;
  }
  return { next, count };
}
