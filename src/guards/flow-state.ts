import type { Tokens } from '../scan/tokens.ts';
import type { Answer } from './answers.ts';
import type { LockWords } from './lock-words.ts';

/** Where a body stands: the tokens between its braces. */
export type Body = { readonly from: number; readonly to: number };

/** How far an answer in a variable is sure wherever the variable is asked: with a zero beside it, only where it is true. */
export type Steadiness = 'always' | 'when-true' | 'never';

/** What a walk through a body knows; locks are bits. */
export type FlowState = {
  readonly tokens: Tokens;
  readonly body: Body;
  readonly words: LockWords;
  /** The locks that are surely held here; `NOWHERE` where nothing runs. */
  held: number;
  /** Variables that a predicate was asked for. */
  readonly answers: Map<number, Answer>;
  /** How far such variables can be believed, of those that were looked at. */
  readonly steadiness: Map<number, Steadiness>;
  /** Labels whose address is taken. */
  readonly addressed: Set<number>;
  readonly record: (start: number, held: number) => unknown;
  depth: number;
};

/** Deeper nesting is not followed: nothing counts as held then. */
export const DEEPEST = 400;
