import { qualifierWords } from '../../parse/tokens/keywords.ts';
import type { CodeTokens } from './code-tokens.ts';

/** `&(*o).open`: the names of an expression that only selects, in order. */
export type Operand = {
  readonly names: readonly string[];
  /** Whether its address is taken. */
  readonly isAddress: boolean;
  /** Whether an element of it is selected last. */
  readonly isIndexed: boolean;
  /** Behind its last token. */
  readonly end: number;
};

/** The operand that begins at a token, which may be a parenthesis, `&` or `*`; casts are no part of one. */
export function operandAt(code: CodeTokens, from: number): Operand | null {
  let [at, opened, isAddress, isIndexed] = [from, 0, false, false];
  for (; /^[(&*]$/.test(code.word(at)); at++) {
    if (code.word(at) === '(') opened++;
    if (code.word(at) === '&') isAddress = opened === 0 || isAddress || code.word(at - 1) === '(';
  }
  if (!code.isName(at)) return null;
  const names = [code.word(at++)];
  for (; at < code.count; at++) {
    const word = code.word(at);
    if (word === ')' && opened > 0) opened--;
    else if (word === '[') {
      at = code.closing(at);
      isIndexed = true;
    } else if ((word === '.' || word === '->') && code.isName(at + 1)) {
      names.push(code.word(++at));
      isIndexed = false;
    } else break;
  }
  return opened === 0 ? { names, isAddress, isIndexed, end: at } : null;
}

/** A cast to a pointer type. */
export type PointerCast = {
  readonly words: readonly string[];
  readonly stars: number /** Behind it. */;
  readonly end: number;
};

export function pointerCastAt(code: CodeTokens, at: number): PointerCast | null {
  if (code.word(at) !== '(' || !code.isName(at + 1) || code.word(at - 1) === 'sizeof') return null;
  const close = code.closing(at);
  const words: string[] = [];
  let stars = 0;
  for (let next = at + 1; next < close; next++) {
    const word = code.word(next);
    if (word === '*') stars++;
    else if (code.isName(next) && stars === 0) words.push(word);
    else if (word === '(' && code.word(next + 1) !== '*') {
      // `int (**)(void)`: one star says that it is a function.
      next = code.closing(next);
      if (next !== close - 1 || stars === 0) return null;
    } else if (word !== '(' && word !== ')' && !qualifierWords.has(word)) return null;
  }
  return stars > 0 ? { words: words.filter((word) => !qualifierWords.has(word)), stars, end: close + 1 } : null;
}

/** Calls whose arguments are longer are not looked at: calls may be nested. */
const LONGEST = 4000;

/** The arguments of the call whose parenthesis opens at `open`, as ranges of tokens. */
export function argumentsOf(code: CodeTokens, open: number): readonly { readonly from: number; readonly to: number }[] {
  const close = code.closing(open);
  if (close - open > LONGEST) return [];
  const found: { from: number; to: number }[] = [];
  let from = open + 1;
  for (let at = from; at < close; at++) {
    const word = code.word(at);
    if (word === ',') {
      found.push({ from, to: at });
      from = at + 1;
    } else if (word === '(' || word === '[' || word === '{') at = code.closing(at);
  }
  if (close > open + 1) found.push({ from, to: close });
  return found;
}
