import { assertNever } from './assert-never.ts';
import type { Code } from './codes.ts';

/** Who mends a finding of `check`: `check --fix`; `header-split sync`, in the manifest; or a person who decides. */
export type Mender = 'fix' | 'sync' | 'person';

export type SplitFinding = {
  /** Whether the headers of the split are at fault, or the bodies of functions. */
  readonly about: 'headers' | 'assertions';
  readonly mender: Mender;
};

/** What a tree that is split can have wrong about it; all errors. A code that is not here is no question of the split. */
export const splitFindings = {
  'prototype-unlisted': { about: 'headers', mender: 'sync' },
  'prototype-unknown': { about: 'headers', mender: 'sync' },
  'prototype-unassigned': { about: 'headers', mender: 'person' },
  'prototype-misplaced': { about: 'headers', mender: 'fix' },
  'prototype-in-wrapper': { about: 'headers', mender: 'fix' },
  'prototype-doubled': { about: 'headers', mender: 'fix' },
  'declaration-unknown': { about: 'headers', mender: 'person' },
  'declaration-misplaced': { about: 'headers', mender: 'fix' },
  'include-unknown': { about: 'headers', mender: 'person' },
  'part-file-missing': { about: 'headers', mender: 'person' },
  'sibling-not-included': { about: 'headers', mender: 'fix' },
  'sibling-forbidden': { about: 'headers', mender: 'person' },
  'wrapper-not-first': { about: 'headers', mender: 'fix' },
  'sibling-doubled': { about: 'headers', mender: 'fix' },
  'guard-differs': { about: 'headers', mender: 'fix' },
  'guard-doubled': { about: 'headers', mender: 'person' },
  'guard-undefined': { about: 'headers', mender: 'person' },
  'assertion-missing': { about: 'assertions', mender: 'fix' },
  'assertion-of-other-part': { about: 'assertions', mender: 'fix' },
  'assertion-doubled': { about: 'assertions', mender: 'fix' },
  'assertion-unwanted': { about: 'assertions', mender: 'fix' },
} as const satisfies Partial<Record<Code, SplitFinding>>;

/** What `splitFindings` says of a code; null for one that is no question of the split. */
export function splitFindingOf(code: Code): SplitFinding | null {
  const findings: Readonly<Partial<Record<Code, SplitFinding>>> = splitFindings;
  return findings[code] ?? null;
}

/** Who mends, to go on a sentence. */
export function describeMender(mender: Mender): string {
  switch (mender) {
    case 'fix':
      return '`check --fix` fixes it if it has one right answer.';
    case 'sync':
      return '`check --fix` leaves it, and `header-split sync` corrects the manifest.';
    case 'person':
      return '`check --fix` leaves it: you have to decide.';
    default:
      return assertNever(mender);
  }
}
