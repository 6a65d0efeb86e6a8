import type { LawName, Sizes } from './properties.ts';

/** A case that failed once. `found` says what was wrong. */
export type KnownSeed = { readonly law: LawName; readonly seed: number; readonly sizes: Sizes; readonly found: string };

/**
 * Tried before all others. A seed makes its case by way of the generator, and makes another when that changes: what it
 * found is kept in a case folder or a test of its own as well.
 */
export const seeds: readonly KnownSeed[] = [
  {
    law: 'split',
    seed: 1136,
    sizes: { edits: 20, byHand: 0 },
    found: 'a default value behind #pragma once was taken for a guard',
  },
  {
    law: 'split',
    seed: 1186,
    sizes: { edits: 20, byHand: 0 },
    found: 'a comment above empty brackets in a group got lost',
  },
  {
    law: 'split',
    seed: 1346,
    sizes: { edits: 20, byHand: 0 },
    found: 'a macro call swallowed the C23 attribute below it',
  },
  {
    law: 'manifest-edits',
    seed: 113,
    sizes: { edits: 6, byHand: 0 },
    found: 'a function that returns a function pointer was not found when it was the only one of its file',
  },
  {
    law: 'hand-edits',
    seed: 20261932,
    sizes: { edits: 5, byHand: 4 },
    found: 'the shared part file went, with an include of the header that assertions need as well',
  },
  {
    law: 'hand-edits',
    seed: 20261957,
    sizes: { edits: 5, byHand: 4 },
    found: 'a banner was not known any more once a comment in another style stood in its file',
  },
  {
    law: 'hand-edits',
    seed: 20262656,
    sizes: { edits: 5, byHand: 4 },
    found: 'a part file that went with its last function was missed',
  },
  {
    law: 'hand-edits',
    seed: 86,
    sizes: { edits: 3, byHand: 4 },
    found: "another section's banner was taken for the one that was reworded by hand",
  },
];
