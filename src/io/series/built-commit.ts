import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SeriesPatch } from '../../series/series-plan.ts';

export type BuiltCommit = {
  /** Full id. */
  readonly id: string;
  /** Bytes (latin1) of UTF-8. */
  readonly message: string;
  readonly patch: SeriesPatch;
};

/** A prerequisite that became a commit, or why it did not. */
export type Picked = { readonly id: string; readonly message: string } | Diagnostic;
