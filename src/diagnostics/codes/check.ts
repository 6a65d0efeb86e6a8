import type { CodeEntry } from './code-entry.ts';

/** What `check` finds in a tree that is split. */
export const checkCodes = {
  'not-split': {
    severity: 'note',
    title: 'The tree is not split yet',
    help: 'Run `header-split apply` when the manifest is complete.',
  },
  'prototype-unlisted': {
    severity: 'error',
    title: 'The manifest does not list a function that a part file declares',
    help: 'Run `header-split sync`, which adds it to the manifest.',
  },
  'prototype-misplaced': {
    severity: 'error',
    title: 'A function is declared in the file of another part',
    help: 'Run `header-split regenerate` after an edit of the manifest, otherwise `header-split check --fix`; or correct the manifest.',
  },
  'prototype-in-wrapper': {
    severity: 'error',
    title: 'The wrapper declares a function',
    help: 'Move it to the file of its part.',
  },
  'prototype-doubled': {
    severity: 'error',
    title: 'A function is declared twice',
    help: 'Remove one of the two.',
  },
  'prototype-repeated': {
    severity: 'note',
    title: 'A header declares a function twice in the same words',
    help: 'Nothing, if it is meant: both go to the file of its part. Otherwise remove one of the two.',
  },
  'declaration-unreadable': {
    severity: 'error',
    title: 'A part file has code that was not understood and names a function of the manifest',
    help: 'Correct the declaration, or name the macro in it under `annotations` in the manifest.',
  },
  'declaration-misplaced': {
    severity: 'error',
    title: 'A declaration is in the file of another part',
    help: 'Run `header-split regenerate` after an edit of the manifest, otherwise `header-split check --fix`; or correct the manifest.',
  },
  'part-file-missing': {
    severity: 'error',
    title: 'A part file of a split header does not exist',
    help: 'Restore it, or undo the manifest edit that gave the part another file.',
  },
  'sibling-not-included': {
    severity: 'error',
    title: 'A file of the split lacks an include of a part file',
    help: 'Include it, or run `header-split check --fix`.',
  },
  'sibling-forbidden': {
    severity: 'error',
    title: 'A part file includes the wrapper below its guard, or is in an include loop of part files',
    help: 'Remove one of the includes.',
  },
  'sibling-doubled': {
    severity: 'error',
    title: 'A file of the split includes a part file twice',
    help: 'Remove one of the two, or run `header-split check --fix`.',
  },
  'wrapper-not-first': {
    severity: 'error',
    title: 'A part file does not include the wrapper above its guard, though one that it includes does',
    help: 'Include the wrapper above its guard, or run `header-split check --fix`.',
  },
  'guard-differs': {
    severity: 'error',
    title: 'The guard of a part file is not the one in the manifest',
    help: 'Run `header-split check --fix`, or correct the manifest.',
  },
  'guard-doubled': {
    severity: 'error',
    title: 'Two files of a split have the same guard',
    help: 'Give one of them another.',
  },
  'guard-undefined': {
    severity: 'error',
    title: 'A file tests one macro as its guard and defines another',
    help: 'Correct the one that is misspelt.',
  },
  'assertion-missing': {
    severity: 'error',
    title: 'A definition lacks the assertion of its part',
    help: 'Run `header-split check --fix`, or write `assert: false` with a `why` in the manifest.',
  },
  'assertion-of-other-part': {
    severity: 'error',
    title: 'A definition has the assertion of another part',
    help: 'Run `header-split check --fix`, or assign the function to the other part.',
  },
  'assertion-doubled': {
    severity: 'error',
    title: 'A definition has the assertion of its part twice',
    help: 'Run `header-split check --fix`, or remove one of the two.',
  },
  'assertion-unwanted': {
    severity: 'error',
    title: 'A definition has an assertion that its function should not have',
    help: 'Run `header-split check --fix`, or correct the manifest.',
  },
} as const satisfies Record<string, CodeEntry>;
