import { isZero, type Tokens, token } from '../scan/tokens.ts';
import { isWord } from '../scan/words.ts';
import type { LockWords } from './lock-words.ts';

/** What the value of an expression tells of locks. */
export type Answer = { readonly whenTrue: Told; readonly whenFalse: Told };

/** Locks that are held then, and those that are not. */
type Told = { readonly holds: number; readonly denies: number };

/** Signs and brackets around a call that are looked through. */
const DEEPEST = 16;

/**
 * What `held()`, `!trylock()`, `(got = trylock()) != 0` or a variable that has such a value tells when it is true and
 * when it is false; null for any other expression. Nothing is said of what the call itself does.
 */
export function answerOf(
  tokens: Tokens,
  words: LockWords,
  answers: ReadonlyMap<number, Answer>,
  start: number,
  end: number,
): Answer | null {
  const { kind, name, match } = tokens;
  let [from, to, isTurned] = [start, end, false];
  /** Compared with a number other than 0: what is not that number may be another. */
  let isLoose = false;
  for (let steps = 0; steps < DEEPEST && from < to; steps++) {
    if (kind[from] === token.open && match[from] === to - 1) [from, to] = [from + 1, to - 1];
    else if (kind[from] === token.name && kind[from + 1] === token.assign) from += 2;
    else if (isComparison(to - 2) && constantAt(to - 1) !== null) {
      isTurned = isTurned !== turns(to - 2, to - 1);
      if (kind[to - 1] === token.number && !isZero(tokens, to - 1)) isLoose = true;
      to -= 2;
    } else if (isComparison(from + 1) && constantAt(from) !== null) {
      isTurned = isTurned !== turns(from + 1, from);
      if (kind[from] === token.number && !isZero(tokens, from)) isLoose = true;
      from += 2;
    } else if (kind[from] === token.not) [from, isTurned] = [from + 1, !isTurned];
    else if (isCall(from, to) && words.isTransparent(name[from] ?? 0)) [from, to] = [from + 2, to - 1];
    else break;
  }
  const asked = askedOf(from, to);
  const found = asked && isLoose ? { whenTrue: asked.whenTrue, whenFalse: nothing } : asked;
  if (found === null || !isTurned) return found;
  return { whenTrue: found.whenFalse, whenFalse: found.whenTrue };

  function askedOf(at: number, behind: number): Answer | null {
    const word = name[at] ?? 0;
    if (kind[at] !== token.name || isWord(word)) return null;
    if (at + 1 === behind) return answers.get(word) ?? null;
    if (!isCall(at, behind)) return null;
    const asked = words.holds.get(word);
    if (asked !== undefined) return { whenTrue: { holds: asked, denies: 0 }, whenFalse: { holds: 0, denies: asked } };
    const tried = words.tries.get(word);
    if (tried === undefined) return null;
    const taken = { holds: tried.locks, denies: 0 };
    return tried.when === 'true' ? { whenTrue: taken, whenFalse: nothing } : { whenTrue: nothing, whenFalse: taken };
  }
  function isCall(at: number, behind: number): boolean {
    return kind[at] === token.name && kind[at + 1] === token.open && match[at + 1] === behind - 1;
  }
  function isComparison(at: number): boolean {
    return at >= from && at < to && (kind[at] === token.equal || kind[at] === token.unequal);
  }
  /** Whether a comparison is true where what is compared is false. */
  function turns(operator: number, constant: number): boolean {
    return (constantAt(constant) === false) === (kind[operator] === token.equal);
  }
  /** Of `0`, `NULL`, `true` and the like what they are as a condition; null for what is none. */
  function constantAt(at: number): boolean | null {
    if (kind[at] === token.number) return !isZero(tokens, at);
    return kind[at] === token.name ? (words.constants.get(name[at] ?? 0) ?? null) : null;
  }
}

const nothing: Told = { holds: 0, denies: 0 };
