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

/** Collapses balanced brackets; comments and directives are left out, a bracket that is never closed ends with the run. */
export function collapse(text: string, tokens: readonly Token[]): readonly Part[] {
  const cursor = { at: 0 };
  const parts: Part[] = [];
  while (cursor.at < tokens.length) parts.push(...collapseHere(text, tokens, cursor), ...stray(text, tokens, cursor));
  return parts;
}

/** Up to a closing bracket or the end. */
function collapseHere(text: string, tokens: readonly Token[], cursor: { at: number }): Part[] {
  const parts: Part[] = [];
  while (cursor.at < tokens.length) {
    const token = tokens[cursor.at];
    if (!token) break;
    if (token.kind === 'comment' || token.kind === 'directive') {
      cursor.at++;
      continue;
    }
    const word = tokenText(text, token);
    if (token.kind === 'punctuator' && (word === ')' || word === ']' || word === '}')) {
      return parts;
    }
    cursor.at++;
    if (token.kind === 'punctuator' && (word === '(' || word === '[' || word === '{')) {
      const inner = collapseHere(text, tokens, cursor);
      const close = tokens[cursor.at];
      if (isPunctuator(text, close, closers[word])) cursor.at++;
      parts.push({ kind: 'group', word, inner, token, end: close?.end ?? tokens.at(-1)?.end ?? token.end });
    } else {
      parts.push({ kind: token.kind === 'identifier' ? 'word' : 'symbol', word, token });
    }
  }
  return parts;
}

function stray(text: string, tokens: readonly Token[], cursor: { at: number }): Part[] {
  const token = tokens[cursor.at];
  if (!token) return [];
  cursor.at++;
  return [{ kind: 'symbol', word: tokenText(text, token), token }];
}

const closers = { '(': ')', '[': ']', '{': '}' } as const;

export function isWordPart(part: Part | undefined): part is WordPart {
  return part?.kind === 'word';
}

export function isParentheses(part: Part | undefined): part is GroupPart {
  return part?.kind === 'group' && part.word === '(';
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
