import { type Flat, wordOf } from './flat-token.ts';
import { aggregateWords, attributeWords } from './keywords.ts';
import { isOldStyleDefinition } from './old-style-definition.ts';
import { type Token, tokenText } from './token.ts';

/** What is known between two tokens of an item; a conditional inside the item saves and restores it. */
export type State = {
  /** The closing brackets that are still awaited, outermost first. */
  readonly closers: readonly string[];
  readonly flat: readonly Flat[];
  readonly groupStart: number;
  /** What the outermost open brace is: a body ends the item, the others go on. */
  readonly brace: 'body' | 'aggregate' | 'initializer' | null;
  /** The last token completed the item (of use only inside a conditional). */
  readonly complete: boolean;
};

export const initial: State = { closers: [], flat: [], groupStart: -1, brace: null, complete: false };

/** The state after token `at`, or null when a bracket closes that was not open. */
export function step(text: string, tokens: readonly Token[], state: State, at: number): State | null {
  const token = tokens[at];
  const word = token?.kind === 'punctuator' ? tokenText(text, token) : '';
  const closer = closerOf[word];
  if (closer !== undefined) {
    const outermost = state.closers.length === 0;
    const brace = outermost && word === '{' ? braceRole(text, tokens, state.flat) : outermost ? null : state.brace;
    return { ...state, closers: [...state.closers, closer], groupStart: outermost ? at : state.groupStart, brace };
  }
  if (word === ')' || word === ']' || word === '}') {
    if (state.closers.at(-1) !== word) return null;
    const closers = state.closers.slice(0, -1);
    if (closers.length > 0) return { ...state, closers };
    const open = tokens[state.groupStart];
    const flat = [...state.flat, { first: state.groupStart, last: at, group: open ? tokenText(text, open) : null }];
    return { closers, flat, groupStart: -1, brace: null, complete: state.brace === 'body' };
  }
  if (state.closers.length > 0) return state;
  if (word === ';') {
    if (isOldStyleDefinition(text, tokens, state.flat, at))
      return { ...state, flat: [...state.flat, { first: at, last: at, group: null }] };
    return { ...state, complete: true };
  }
  return { ...state, flat: [...state.flat, { first: at, last: at, group: null }] };
}

const closerOf: Readonly<Record<string, string | undefined>> = { '(': ')', '[': ']', '{': '}' };

function braceRole(
  text: string,
  tokens: readonly Token[],
  flat: readonly Flat[],
): 'body' | 'aggregate' | 'initializer' {
  if (flat.some((part) => wordOf(text, tokens, part) === '=')) return 'initializer';
  const keyword = flat.findLastIndex((part) => aggregateWords.has(wordOf(text, tokens, part)));
  if (keyword < 0) return 'body';
  let names = 0;
  for (const part of flat.slice(keyword + 1)) {
    const word = wordOf(text, tokens, part);
    if (word === '*') return 'body';
    if (word === ':') return 'aggregate';
    if (part.group === '(' && names >= 2) return 'body';
    if (part.group === '(') names = 0;
    else if (part.group === null && !attributeWords.has(word)) names++;
  }
  return 'aggregate';
}
