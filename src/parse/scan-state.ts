import { isOldStyleDefinition } from './declarations/old-style-definition.ts';
import { addToLevel, braceRole, emptyLevel, type OwnLevel } from './own-level.ts';
import { type Token, tokenText } from './tokens/token.ts';

/** What is known between two tokens of an item; a conditional inside the item saves and restores it. */
export type State = {
  /** The closing brackets that are still awaited, outermost first. */
  readonly closers: readonly string[];
  readonly level: OwnLevel;
  readonly groupStart: number;
  /** What the outermost open brace is: a body ends the item, the others go on. */
  readonly brace: 'body' | 'aggregate' | 'initializer' | null;
  /** The last token completed the item (of use only inside a conditional). */
  readonly complete: boolean;
};

export const initial: State = { closers: [], level: emptyLevel, groupStart: -1, brace: null, complete: false };

/** The state after token `at`, or null when a bracket closes that was not open. */
export function step(text: string, tokens: readonly Token[], state: State, at: number): State | null {
  const token = tokens[at];
  const word = token?.kind === 'punctuator' ? tokenText(text, token) : '';
  const closer = closerOf[word];
  if (closer !== undefined) {
    const outermost = state.closers.length === 0;
    const brace = outermost && word === '{' ? braceRole(state.level) : outermost ? null : state.brace;
    return { ...state, closers: [...state.closers, closer], groupStart: outermost ? at : state.groupStart, brace };
  }
  if (word === ')' || word === ']' || word === '}') {
    if (state.closers.at(-1) !== word) return null;
    const closers = state.closers.slice(0, -1);
    if (closers.length > 0) return { ...state, closers };
    const open = tokens[state.groupStart];
    const group = { first: state.groupStart, last: at, group: open ? tokenText(text, open) : null };
    const level = addToLevel(text, tokens, state.level, group);
    return { closers, level, groupStart: -1, brace: null, complete: state.brace === 'body' };
  }
  if (state.closers.length > 0) return state;
  if (word === ';' && !isOldStyleDefinition(text, tokens, state.level, at)) return { ...state, complete: true };
  return { ...state, level: addToLevel(text, tokens, state.level, { first: at, last: at, group: null }) };
}

/**
 * The state before the first token from `from` on that is a directive, no bracket's pair, or the end of what is open in
 * `state`; and its place, `limit` where there is none. Most of a file lies inside brackets, where only brackets count.
 */
export function stepInside(
  text: string,
  tokens: readonly Token[],
  state: State,
  from: number,
  limit: number,
): { readonly state: State; readonly at: number } {
  const closers = [...state.closers];
  let at = from;
  for (; at < limit; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'directive') break;
    if (token.kind !== 'punctuator' || token.end - token.start !== 1) continue;
    const character = text[token.start] ?? '';
    const closer = closerOf[character];
    if (closer !== undefined) closers.push(closer);
    else if (character === ')' || character === ']' || character === '}') {
      if (closers.length === 1 || closers.at(-1) !== character) break;
      closers.pop();
    }
  }
  return { state: { ...state, closers }, at };
}

const closerOf: Readonly<Record<string, string | undefined>> = { '(': ')', '[': ']', '{': '}' };
