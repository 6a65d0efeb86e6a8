/** A macro of a file; its body is a stretch of `TokenizedFile.bodies`. */
export type MacroTokens = {
  readonly name: number;
  readonly line: number;
  /** null: it takes none and is no function-like macro. */
  readonly parameters: readonly number[] | null;
  readonly from: number;
  readonly to: number;
};
