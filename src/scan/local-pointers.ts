import { chainBefore, isMemberOperator } from './chains.ts';
import { source } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { valuesOf } from './values.ts';
import { isWord } from './words.ts';

/** What a local pointer may hold where it is called: as `valuesOf` has it, or the member that a chain ends with. */
export type Held = { readonly kind: number; readonly number: number } | { readonly chain: readonly number[] };

export type HeldByLocal = {
  readonly held: readonly Held[];
  /** Whether something else may be held too. */
  readonly hasOther: boolean;
};

/** In tokens. Called for few names, but each time the body is gone through. */
const LONGEST_BODY = 1 << 16;

/** More values are not followed. */
const MOST_HELD = 16;

/**
 * What the body that is being read assigns to a local variable, wherever that stands in it: `int (*p)(void) = f;`, `p = f`,
 * `p = ops->m`, and the elements of a table. Scopes are not told apart.
 */
export function heldByLocal(state: ScanState, variable: number): HeldByLocal {
  const { kind, name } = state.tokens;
  const { from, to } = state.body;
  const held: Held[] = [];
  let hasOther = to - from > LONGEST_BODY;
  for (let at = from; at < to && !hasOther; at++) {
    if (kind[at] !== token.name || name[at] !== variable || isMemberOperator(kind[at - 1] ?? 0)) continue;
    const assign = assignBehind(state, at);
    // Who has its address may change it.
    if (kind[at - 1] === token.ampersand && kind[at - 2] !== token.name && assign === 0) hasOther = true;
    if (assign === 0) continue;
    for (const element of elementsOf(state, assign + 1, to)) {
      const own = heldAt(state, element.from, element.to);
      if (own === null) hasOther = true;
      else held.push(...own);
    }
  }
  return { held: held.slice(0, MOST_HELD), hasOther: hasOther || held.length === 0 || held.length > MOST_HELD };
}

/** The `=` behind a declared or assigned name, also behind the dimensions and parameters of a declarator; 0: none. */
function assignBehind({ tokens: { kind, match } }: ScanState, at: number): number {
  let next = at + 1;
  while (kind[next] === token.openIndex && (match[next] ?? 0) > 0) next = (match[next] ?? 0) + 1;
  if (kind[next] === token.close && (match[next] ?? 0) > 0) {
    const isPointer = kind[(match[next] ?? 0) + 1] === token.star;
    next++;
    if (!isPointer || kind[next] !== token.open || (match[next] ?? 0) === 0) return 0;
    next = (match[next] ?? 0) + 1;
  }
  return kind[next] === token.assign ? next : 0;
}

type Range = { readonly from: number; readonly to: number };

/** The value that begins at `from`, or those between its braces, designators left out. */
function elementsOf(state: ScanState, from: number, to: number): readonly Range[] {
  const { kind, match } = state.tokens;
  const isList = kind[from] === token.openBrace && (match[from] ?? 0) > 0;
  const [start, end] = isList ? [from + 1, match[from] ?? 0] : [from, to];
  const found: Range[] = [];
  for (let at = start; at < end; ) {
    const last = endOfValue(state, at, end);
    let first = at;
    if (isList && kind[first] === token.openIndex && kind[(match[first] ?? 0) + 1] === token.assign)
      first = (match[first] ?? 0) + 2;
    if (first < last) found.push({ from: first, to: last });
    if (!isList) return found;
    at = last + 1;
  }
  return found;
}

function endOfValue({ tokens: { kind, match } }: ScanState, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const here = kind[at];
    if (here === token.comma || here === token.semicolon || here === token.close || here === token.closeBrace) break;
    const isBracket = here === token.open || here === token.openIndex || here === token.openBrace;
    at = isBracket && (match[at] ?? 0) > at ? (match[at] ?? 0) + 1 : at + 1;
  }
  return at;
}

/** null: it cannot be told. A number is none: a pointer of that value is not called. */
function heldAt(state: ScanState, from: number, to: number): readonly Held[] | null {
  const { kind } = state.tokens;
  if (kind[from] === token.number && from + 1 === to) return [];
  const chain = chainAt(state, from, to);
  if (chain !== null) return [{ chain }];
  const count = valuesOf(state, from, to);
  const { kinds, numbers } = state.values;
  const found = Array.from({ length: count }, (_, at) => ({
    kind: kinds[at] ?? source.name,
    number: numbers[at] ?? 0,
  }));
  return found.length === 0 ? null : found;
}

/** `a->b[i].m` and nothing else. */
function chainAt(state: ScanState, from: number, to: number): readonly number[] | null {
  const { kind, name, match } = state.tokens;
  if (kind[from] !== token.name || isWord(name[from] ?? 0)) return null;
  let [at, last] = [from + 1, from];
  while (at < to) {
    if (kind[at] === token.openIndex && (match[at] ?? 0) > 0) at = (match[at] ?? 0) + 1;
    else if (isMemberOperator(kind[at] ?? 0) && kind[at + 1] === token.name) [last, at] = [at + 1, at + 2];
    else return null;
  }
  return last > from ? chainBefore(state, last) : null;
}
