import type { ReviewData } from './review-data.ts';

/** What a served page is told when it sends a decision, or takes one back. */
export type Answer =
  | {
      readonly kind: 'done';
      readonly version: number;
      readonly data: ReviewData;
      readonly said: string;
      /** The functions that were written, or taken back, in the order in which they were decided. */
      readonly names: readonly string[];
    }
  /** The manifest says something else than the page took it to say. */
  | {
      readonly kind: 'differs';
      readonly version: number;
      readonly data: ReviewData;
      readonly name: string;
      readonly part: string | null;
      readonly why: string | null;
    }
  /** There is nothing to take back. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly text: string };
