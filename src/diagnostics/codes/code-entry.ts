/** `error` stops the run before anything is written; `warning` and `note` are for the reviewer. */
export type Severity = 'error' | 'warning' | 'note';

export type CodeEntry = {
  readonly severity: Severity;
  /** What is wrong in general, as a sentence that makes sense alone: SARIF's rule name and the docs' text. No full stop. */
  readonly title: string;
  /** The next step, as an imperative sentence. */
  readonly help: string;
};
