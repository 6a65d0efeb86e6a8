import type { WeighableEvidence } from './evidence.ts';

/** A function whose part is known, with what is known of it, each kind of evidence once. */
export type Example = { readonly part: string; readonly evidence: readonly WeighableEvidence[] };

/** Of examples: how many there are of each part, and how many of these have each kind of evidence. */
export type ExampleCounts = {
  readonly total: number;
  readonly ofPart: ReadonlyMap<string, { readonly total: number; readonly having: ReadonlyMap<string, number> }>;
};

export type Weighed = {
  readonly part: string;
  /** Natural logarithm of the odds against the next best part. */
  readonly margin: number;
};

/** As many functions as what is expected of evidence counts for, beside what the examples say. */
const TRUST = 16;

export function countExamples(examples: readonly Example[]): ExampleCounts {
  const ofPart = new Map<string, { total: number; having: Map<string, number> }>();
  for (const { part, evidence } of examples) {
    const counts = ofPart.get(part) ?? { total: 0, having: new Map<string, number>() };
    ofPart.set(part, counts);
    counts.total++;
    for (const { key, isMissing } of evidence) {
      if (isMissing !== true) counts.having.set(key, (counts.having.get(key) ?? 0) + 1);
    }
  }
  return { total: examples.length, ofPart };
}

/**
 * The likeliest part of a function by naive Bayes: evidence counts as independent, and how often each part's functions
 * have it is what the examples show, on top of what is expected.
 *
 * @param parts At least one.
 * @param own The part of the function where it is one of the examples: it does not count for itself then.
 */
export function weigh(
  parts: readonly string[],
  { total, ofPart }: ExampleCounts,
  evidence: readonly WeighableEvidence[],
  own: string | null,
): Weighed {
  const scores = parts.map((part) => {
    const itself = part === own ? 1 : 0;
    const counts = ofPart.get(part);
    const ofThis = (counts?.total ?? 0) - itself;
    const share = (ofThis + 1) / (total - (own === null ? 0 : 1) + parts.length);
    return evidence.reduce((sum, one) => {
      const isMissing = one.isMissing === true;
      const having = (counts?.having.get(one.key) ?? 0) - (isMissing ? 0 : itself);
      const likely = (having + TRUST * one.expected(part)) / (ofThis + TRUST);
      return sum + Math.log(isMissing ? 1 - likely : likely);
    }, Math.log(share));
  });
  const order = parts.map((_, at) => at).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const [best = 0, second] = order;
  const margin = second === undefined ? 0 : (scores[best] ?? 0) - (scores[second] ?? 0);
  return { part: parts[best] ?? '', margin };
}
