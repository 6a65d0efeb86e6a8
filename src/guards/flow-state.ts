import type { Tokens } from '../scan/tokens.ts';
import type { Answer } from './answers.ts';
import type { LockWords } from './lock-words.ts';

/** What a walk through a body knows; locks are bits. */
export type FlowState = {
  readonly tokens: Tokens;
  readonly words: LockWords;
  /** The locks that are surely held here; `NOWHERE` where nothing runs. */
  held: number;
  /** Variables that a predicate was asked for. */
  readonly answers: Map<number, Answer>;
  /** Labels whose address is taken. */
  readonly addressed: Set<number>;
  readonly record: (start: number, held: number) => unknown;
  depth: number;
};

/** Deeper nesting is not followed: nothing counts as held then. */
export const DEEPEST = 400;
