import { placeOf } from '../../text/place.ts';
import type { CodeTokens } from './code-tokens.ts';
import type { Operand } from './operands.ts';
import type { OrderReason } from './reordered.ts';

/** One file, or the body of one macro, as the rules on memory read it. */
export type MemoryView = {
  readonly code: CodeTokens;
  /** Whether an operand is the struct, a pointer to it, an array of it, or a struct that has it. */
  readonly isStruct: (operand: Operand) => boolean;
  /** Whether it is a member of the struct. */
  readonly isMember: (operand: Operand) => boolean;
  /** Where a type begins that spells the struct, or one that has it. */
  readonly isType: (at: number) => boolean;
  /** Whether a macro says where a member lies. */
  readonly isOffset: (word: string) => boolean;
};

export function reasonAt(code: CodeTokens, at: number, why: string): OrderReason {
  return { why, place: placeOf(code.source, code.span(at)) };
}
