import { assertNever } from './assert-never.ts';
import type { Code } from './codes.ts';

/** Who fixes a finding of `check`: `check --fix`; `header-split sync`, in the manifest; or you, by hand. */
export type Remedy = 'fix' | 'sync' | 'hand';

export type SplitFinding = {
  /** Whether the headers of the split are at fault, or the bodies of functions. */
  readonly about: 'headers' | 'assertions';
  readonly remedy: Remedy;
};

/** What a tree that is split can have wrong about it; all errors. A code that is not here is no question of the split. */
export const splitFindings = {
  'prototype-unlisted': { about: 'headers', remedy: 'sync' },
  'prototype-unknown': { about: 'headers', remedy: 'sync' },
  'prototype-unassigned': { about: 'headers', remedy: 'hand' },
  'prototype-misplaced': { about: 'headers', remedy: 'fix' },
  'prototype-in-wrapper': { about: 'headers', remedy: 'fix' },
  'prototype-doubled': { about: 'headers', remedy: 'fix' },
  'declaration-unknown': { about: 'headers', remedy: 'hand' },
  'declaration-misplaced': { about: 'headers', remedy: 'fix' },
  'include-unknown': { about: 'headers', remedy: 'hand' },
  'part-file-missing': { about: 'headers', remedy: 'hand' },
  'sibling-not-included': { about: 'headers', remedy: 'fix' },
  'sibling-forbidden': { about: 'headers', remedy: 'hand' },
  'wrapper-not-first': { about: 'headers', remedy: 'fix' },
  'sibling-doubled': { about: 'headers', remedy: 'fix' },
  'guard-differs': { about: 'headers', remedy: 'fix' },
  'guard-doubled': { about: 'headers', remedy: 'hand' },
  'guard-undefined': { about: 'headers', remedy: 'hand' },
  'assertion-missing': { about: 'assertions', remedy: 'fix' },
  'assertion-of-other-part': { about: 'assertions', remedy: 'fix' },
  'assertion-doubled': { about: 'assertions', remedy: 'fix' },
  'assertion-unwanted': { about: 'assertions', remedy: 'fix' },
} as const satisfies Partial<Record<Code, SplitFinding>>;

/** What `splitFindings` says of a code; null for one that is no question of the split. */
export function splitFindingOf(code: Code): SplitFinding | null {
  const findings: Readonly<Partial<Record<Code, SplitFinding>>> = splitFindings;
  return findings[code] ?? null;
}

/** Who fixes it, to go on a sentence. */
export function describeRemedy(remedy: Remedy): string {
  switch (remedy) {
    case 'fix':
      return '`check --fix` fixes it if it has one right answer.';
    case 'sync':
      return '`check --fix` leaves it, and `header-split sync` corrects the manifest.';
    case 'hand':
      return '`check --fix` leaves it: you have to decide.';
    default:
      return assertNever(remedy);
  }
}
