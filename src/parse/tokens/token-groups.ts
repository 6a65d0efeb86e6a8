import { isPunctuator, type Token, tokenText } from './token.ts';

/**
 * One token at a level of a declaration, or a bracketed run seen as one. `word` is the token's text, or the opening
 * bracket of a run.
 */
export type Part = WordPart | SymbolPart | GroupPart;
/** An identifier or keyword. */
export type WordPart = { readonly kind: 'word'; readonly word: string; readonly token: Token };
export type SymbolPart = { readonly kind: 'symbol'; readonly word: string; readonly token: Token };
export type GroupPart = {
  readonly kind: 'group';
  readonly word: '(' | '[' | '{';
  readonly inner: readonly Part[];
  /** The opening bracket. */
  readonly token: Token;
  readonly end: number;
};

/**
 * Collapses balanced brackets; comments and directives are left out, a bracket that is never closed ends with the run.
 * Without recursion: headers may nest as deep as they like.
 */
export function collapse(text: string, tokens: readonly Token[]): readonly Part[] {
  const outermost: Part[] = [];
  const open: Open[] = [];
  const here = (): Part[] => open.at(-1)?.inner ?? outermost;
  for (const token of tokens) {
    if (token.kind === 'comment' || token.kind === 'directive') continue;
    const word = tokenText(text, token);
    if (token.kind === 'punctuator' && (word === '(' || word === '[' || word === '{')) {
      open.push({ kind: 'group', word, inner: [], token });
      continue;
    }
    if (token.kind !== 'punctuator' || (word !== ')' && word !== ']' && word !== '}')) {
      here().push({ kind: token.kind === 'identifier' ? 'word' : 'symbol', word, token });
      continue;
    }
    // A closing bracket of another kind ends the groups up to the one that it closes.
    let isPaired = false;
    for (let group = open.pop(); group !== undefined; group = isPaired ? undefined : open.pop()) {
      here().push({ ...group, end: token.end });
      isPaired = isPunctuator(text, token, closers[group.word]);
    }
    if (!isPaired) here().push({ kind: 'symbol', word, token });
  }
  const end = tokens.at(-1)?.end ?? 0;
  for (let group = open.pop(); group !== undefined; group = open.pop()) here().push({ ...group, end });
  return outermost;
}

type Open = Omit<GroupPart, 'end' | 'inner'> & { readonly inner: Part[] };

const closers = { '(': ')', '[': ']', '{': '}' } as const;

export function isWordPart(part: Part | undefined): part is WordPart {
  return part?.kind === 'word';
}

export function isParentheses(part: Part | undefined): part is GroupPart {
  return part?.kind === 'group' && part.word === '(';
}

/** What the innermost of parentheses around nothing but parentheses hold: `x` of `((x))`, given what the outer ones hold. */
export function withoutDoubledParentheses(inner: readonly Part[]): readonly Part[] {
  let parts = inner;
  for (let [only] = parts; parts.length === 1 && isParentheses(only); [only] = parts) parts = only.inner;
  return parts;
}

/** The parts between commas at this level; none for an empty list. */
export function splitAtCommas(parts: readonly Part[]): readonly (readonly Part[])[] {
  const lists: Part[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'symbol' && part.word === ',') lists.push([]);
    else lists.at(-1)?.push(part);
  }
  return lists.length === 1 && lists[0]?.length === 0 ? [] : lists;
}
