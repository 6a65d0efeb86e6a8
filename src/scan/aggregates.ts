import { fact, refer, reference } from './facts.ts';
import type { ScanState } from './scan-state.ts';
import { token } from './tokens.ts';
import { readDeclared, readDimensions } from './types.ts';
import { isAggregateWord, isAttributeWord, isWord, word } from './words.ts';

/** Structs in one another beyond this are not looked into. */
const DEEPEST = 32;

/**
 * Tells of the struct or union whose body begins at the brace `open`, and of those inside it; returns its reference.
 * `keyword` is the token of `struct`. An enum is nothing: 0.
 */
export function readAggregate(state: ScanState, keyword: number, open: number, depth = 0): number {
  const { kind, name, match, line } = state.tokens;
  const close = match[open] ?? 0;
  if (name[keyword] === word.enum || close === 0 || depth > DEEPEST) return 0;
  const tagged = tagBetween(state, keyword + 1, open);
  const own = tagged === 0 ? refer(reference.anonymous, state.anonymous++) : refer(reference.tag, tagged);
  const members: number[] = [];
  let start = open + 1;
  let body = 0;
  for (let at = start; at < close; at++) {
    const here = kind[at];
    if (here === token.name && isAggregateWord(name[at] ?? 0)) {
      const brace = braceBehind(state, at);
      if (brace > 0) {
        body = readAggregate(state, at, brace, depth + 1);
        at = match[brace] ?? at;
      }
    } else if (here === token.open || here === token.openIndex || here === token.openBrace) at = match[at] || at;
    else if (here === token.semicolon) {
      readMembers(state, start, at, { body, members });
      [start, body] = [at + 1, 0];
    }
  }
  state.out.put(fact.struct, own, line[keyword] ?? 0, members.length / 3);
  state.out.putAll(members);
  return own;
}

/** The brace of an aggregate's body, or 0: `struct S *s` has none, and that of `struct S f(void) {` is a function's. */
export function braceBehind({ tokens: { kind, name, match } }: ScanState, keyword: number): number {
  let at = keyword + 1;
  let isTagged = false;
  for (; kind[at] === token.name; at++) {
    const isAttribute = isAttributeWord(name[at] ?? 0);
    if (!isAttribute && isWord(name[at] ?? 0)) return 0;
    const close = kind[at + 1] === token.open ? (match[at + 1] ?? 0) : 0;
    // No attribute stands between a tag and its brace.
    if (close > 0 && isTagged && !isAttribute && kind[close + 1] === token.openBrace) return 0;
    if (close > 0) at = close;
    else if (!isAttribute) isTagged = true;
  }
  return kind[at] === token.openBrace && (match[at] ?? 0) > 0 ? at : 0;
}

/** The last name before the brace that is no attribute's: macros stand before tags. */
function tagBetween({ tokens: { kind, name, match } }: ScanState, from: number, to: number): number {
  let tag = 0;
  for (let at = from; at < to; at++) {
    if (kind[at] === token.open) at = match[at] || at;
    else if (kind[at] === token.name && !isWord(name[at] ?? 0) && kind[at + 1] !== token.open) tag = name[at] ?? 0;
  }
  return tag;
}

type Members = { readonly body: number; readonly members: number[] };

function readMembers(state: ScanState, from: number, to: number, { body, members }: Members): void {
  const { kind, name, match } = state.tokens;
  const first = readDeclared(state, from, to, body);
  const add = (member: number, type: number, behind: number): void => {
    members.push(member, type, readDimensions(state, behind).count);
  };
  // `int coroutine_fn (*run)(void)` has two words before its pointer.
  const isPlain = first !== null && kind[first.next] !== token.open;
  const pointer = isPlain ? 0 : functionPointer(state, from, to);
  let next = to;
  if (isPlain) {
    add(name[first.name] ?? 0, first.type, first.next);
    next = first.next;
  } else if (pointer > 0) {
    add(name[pointer] ?? 0, 0, pointer + 1);
    next = pointer;
  } else if (first === null && body !== 0) {
    // Without a name: its members are those of the struct around. A declarator's name may stand behind a macro.
    members.push(0, body, 0);
  } else if (first === null) {
    const last = to - 1;
    // `QLIST_ENTRY(Type) entries`: the macro says the type.
    if (kind[last] === token.name && !isWord(name[last] ?? 0)) add(name[last] ?? 0, 0, to);
  }
  for (let at = next; at < to; at++) {
    const here = kind[at];
    if (here === token.open || here === token.openIndex || here === token.openBrace) at = match[at] || at;
    if (here !== token.comma) continue;
    while (kind[at + 1] === token.star) at++;
    if (kind[at + 1] === token.name) add(name[at + 1] ?? 0, first?.type ?? 0, at + 2);
    else if (kind[at + 1] === token.open) {
      const another = functionPointer(state, at + 1, to);
      if (another > 0) add(name[another] ?? 0, 0, another + 1);
    }
  }
}

/** The token of the name in `int (*name)(…)`, also of an array or behind attributes; 0 where there is none. */
export function functionPointer({ tokens: { kind, name, match } }: ScanState, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (kind[at] !== token.open) continue;
    const close = match[at] ?? 0;
    if (close === 0) return 0;
    if (kind[at + 1] === token.star && kind[close + 1] === token.open) {
      for (let inner = at + 1; inner < close; inner++) {
        if (kind[inner] === token.name && !isWord(name[inner] ?? 0) && kind[inner + 1] !== token.name) return inner;
      }
    }
    at = close;
  }
  return 0;
}
