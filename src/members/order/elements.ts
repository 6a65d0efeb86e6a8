import type { CodeTokens } from './code-tokens.ts';

/** An element of a braced list. */
export type Element = {
  /** Its designators: a member's name, or null for an index; none: it goes by position. */
  readonly path: readonly (string | null)[];
  /** Where its value begins, and ends. */
  readonly at: number;
  readonly end: number;
};

export type Elements = readonly Element[];

/** The elements of the list that the brace at `open` begins. */
export function elementsOf(code: CodeTokens, open: number): Elements {
  const close = code.closing(open);
  const found: Element[] = [];
  for (let at = open + 1; at < close; ) {
    const end = endOfElement(code, at, close);
    if (end > at) found.push(elementAt(code, at, end));
    at = end + 1;
  }
  return found;
}

function endOfElement(code: CodeTokens, from: number, close: number): number {
  for (let at = from; at < close; at++) {
    const word = code.word(at);
    if (word === ',') return at;
    if (word === '(' || word === '[' || word === '{') at = code.closing(at);
  }
  return close;
}

function elementAt(code: CodeTokens, from: number, end: number): Element {
  const path: (string | null)[] = [];
  let at = from;
  while (at < end) {
    if (code.word(at) === '.' && code.isName(at + 1)) {
      path.push(code.word(at + 1));
      at += 2;
    } else if (code.word(at) === '[') {
      path.push(null);
      at = code.closing(at) + 1;
    } else break;
  }
  // The old spelling of gcc: `member: value`.
  if (path.length === 0 && code.isName(at) && code.word(at + 1) === ':')
    return { path: [code.word(at)], at: at + 2, end };
  if (path.length > 0 && code.word(at) === '=') at++;
  return { path, at, end };
}
