/** One include line of a file. Offsets are bytes of its text. */
export type IncludeLine = {
  /** The first byte of the line, and the byte behind its end of line. */
  readonly start: number;
  readonly end: number;
  /** The operand, delimiters included. */
  readonly operand: { readonly start: number; readonly end: number };
  readonly form: 'quote' | 'angle';
  readonly path: string;
  /** Under no condition but that of a guard around the file. */
  readonly isSure: boolean;
  /** The number of the branch of a condition in which it stands; 0: in none. */
  readonly branch: number;
  /** It stands in `#if 0`, and no compiler reads it. */
  readonly isDisabled: boolean;
  /** What it stands in, so that elsewhere the same line would mean something else; null: nothing that counts. */
  readonly enclosure: 'linkage' | 'other' | null;
  /** `#include`, and not `#include_next`, `#import`, an include by a macro or one in digraphs or of joined lines. */
  readonly isPlain: boolean;
};
