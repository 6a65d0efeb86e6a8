import type { Evidence } from './evidence.ts';

/** A function whose part is known, with what is known of it. */
export type Example = { readonly part: string; readonly evidence: readonly Evidence[] };

export type Weighed = {
  readonly part: string;
  /** Natural logarithm of the odds against the next best part. */
  readonly margin: number;
};

/** As many functions as what is expected of evidence counts for, beside what the examples say. */
const TRUST = 16;

/**
 * The likeliest part of a function by naive Bayes: evidence counts as independent, and how often each part's functions
 * have it is what the examples show, on top of what is expected.
 *
 * @param parts At least one.
 */
export function weigh(parts: readonly string[], examples: readonly Example[], evidence: readonly Evidence[]): Weighed {
  const scores = parts.map((part) => {
    const own = examples.filter((one) => one.part === part);
    const share = (own.length + 1) / (examples.length + parts.length);
    return evidence.reduce((sum, one) => {
      const having = own.filter((example) => example.evidence.some(({ key }) => key === one.key)).length;
      return sum + Math.log((having + TRUST * one.expected(part)) / (own.length + TRUST));
    }, Math.log(share));
  });
  const order = parts.map((_, at) => at).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const [best = 0, second] = order;
  const margin = second === undefined ? 0 : (scores[best] ?? 0) - (scores[second] ?? 0);
  return { part: parts[best] ?? '', margin };
}
