import type { Code } from '../../diagnostics/codes.ts';

/** What a piece of text must be. */
export type TextRule = {
  /** "must be …" */
  readonly expects: string;
  /** Whether words that YAML takes for something else (`true`, `12`; not `null`) stand for themselves here. */
  readonly bare: boolean;
  /** The part of the rule that a JSON Schema pattern can say. */
  readonly pattern: string;
  /** What is wrong, to follow the text's name ("is empty"); null when nothing is. */
  readonly problem: (text: string) => TextProblem | null;
};

export type TextProblem = { readonly code: Code; readonly message: string };
