import type { CodeEntry } from './code-entry.ts';

/** What `regenerate`, `sync` and `init --from-split` find on a tree that is split. */
export const regenerateCodes = {
  'not-split-yet': {
    severity: 'error',
    title: 'The command works on a split header, but this one is not split',
    help: 'Run `header-split apply` first.',
  },
  'wrapper-expected': {
    severity: 'error',
    title: 'The header is not the wrapper of a split',
    help: 'Name the header that includes the part files, or leave out `--from-split` to begin a manifest for a whole header.',
  },
  'header-split-then': {
    severity: 'error',
    title: 'The header is already split at the `--from` revision',
    help: 'Give a commit from before the split with `--from`, or leave `--from` out.',
  },
  'differs-from-revision': {
    severity: 'error',
    title: 'A file of the work tree is neither what the revision has nor what the run would write',
    help: 'Save its changes elsewhere and check the file out from the revision, or leave `--from` out.',
  },
  'split-otherwise': {
    severity: 'error',
    title: "The tree's split does not match the manifest",
    help: 'After an edit of the manifest run `header-split regenerate`; after an edit of the part files, `header-split sync`.',
  },
  'was-other-header': {
    severity: 'error',
    title: 'The `--was` manifest is for a different header',
    help: 'Name an older version of the same manifest with `--was`.',
  },
  'hand-edit-contradicts': {
    severity: 'error',
    title: 'A hand edit conflicts with the manifest edit',
    help: 'Undo one of the two, then run the command again.',
  },
  'whole-header-wanted': {
    severity: 'error',
    title: 'Only the whole header can carry out an edit of the manifest',
    help: 'Name a revision that has the header before it was split with `--from REV`, or undo that edit.',
  },
  'not-kept': {
    severity: 'error',
    title: 'Regenerating would lose or change code or a comment',
    help: 'Report this with the file; nothing was written.',
  },
  'joined-from-parts': {
    severity: 'note',
    title: 'Declarations were moved between the part files as they are',
    help: 'Check the blank lines around them, and whether a heading should have moved too.',
  },
  'stands-unlisted': {
    severity: 'note',
    title: 'A part file declares a function that the manifest does not list yet',
    help: 'Run `header-split sync` to add it to the manifest.',
  },
  'stands-elsewhere': {
    severity: 'warning',
    title: 'A declaration is in a file other than the manifest says',
    help: 'Run `header-split check --fix` to move the declaration, or `header-split sync` to change the manifest.',
  },
  'stands-nowhere': {
    severity: 'note',
    title: 'The manifest lists a function that no part file declares',
    help: 'Run `header-split sync` to remove it from the manifest.',
  },
  'assertion-older': {
    severity: 'note',
    title: 'A definition lacks an assertion that the manifest already required',
    help: 'Run `header-split check --fix` to add it.',
  },
  'include-stays': {
    severity: 'note',
    title: 'A file may include something for assertions that it no longer has',
    help: 'Remove the include by hand if nothing else in the file needs it.',
  },
  'include-removed': {
    severity: 'note',
    title: 'A file lost an include that only its assertions needed',
    help: 'Compile the file: code added to it since may need the include as well.',
  },
} as const satisfies Record<string, CodeEntry>;
