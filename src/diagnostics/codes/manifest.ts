import type { CodeEntry } from './code-entry.ts';

/** What a manifest or a series file can have wrong by itself. */
export const manifestCodes = {
  'manifest-not-text': {
    severity: 'error',
    title: 'A manifest or series file is not UTF-8 text',
    help: 'Save it as UTF-8.',
  },
  'manifest-syntax': {
    severity: 'error',
    title: 'A manifest or series file is not valid YAML',
    help: 'Correct the YAML; what follows the first mistake may have been misread.',
  },
  'manifest-alias': {
    severity: 'error',
    title: 'YAML aliases are not allowed',
    help: 'Write the value out.',
  },
  'manifest-duplicate-key': {
    severity: 'error',
    title: 'A mapping has the same key twice',
    help: 'Remove one of the two.',
  },
  'manifest-missing-key': {
    severity: 'error',
    title: 'A required key is missing',
    help: 'Add it; `header-split init` writes a file to start from.',
  },
  'manifest-unknown-key': {
    severity: 'error',
    title: 'A key is not one that the format has',
    help: 'Correct or remove it.',
  },
  'manifest-wrong-type': {
    severity: 'error',
    title: 'A value is of the wrong kind',
    help: 'Write what the message asks for.',
  },
  'manifest-value': {
    severity: 'error',
    title: 'A value cannot be used',
    help: 'Correct the value.',
  },
  'manifest-path': {
    severity: 'error',
    title: 'A path is not spelt as git spells it',
    help: 'Write it relative to the root of the tree, with `/` and nothing superfluous.',
  },
  'path-leaves-root': {
    severity: 'error',
    title: 'A path leads out of the root of the tree',
    help: 'Write it relative to the root of the tree, without `..`.',
  },
  'manifest-version': {
    severity: 'error',
    title: 'This release does not know the version of the format',
    help: 'Write `version: 1`, or use the release that the file was written for.',
  },
  'manifest-too-deep': {
    severity: 'error',
    title: 'A manifest or series file is nested too deeply',
    help: 'Write it as `header-split init` does.',
  },
  'manifest-too-large': {
    severity: 'error',
    title: 'A file is too large to be a manifest or series file',
    help: 'Check that the path names the file you mean.',
  },
  'manifest-uneditable': {
    severity: 'error',
    title: 'A manifest is laid out so that its entries cannot be edited',
    help: 'Put each entry on a line of its own, then run the command again.',
  },
  'manifest-findings-cut': {
    severity: 'note',
    title: 'A file has more findings than are shown',
    help: 'Correct those that are shown first.',
  },
  'unknown-part': {
    severity: 'error',
    title: 'The manifest does not have a part that it names',
    help: 'Correct the name, or add it to `parts`.',
  },
  'clashing-file': {
    severity: 'error',
    title: 'Two parts, or a part and the header, have the same file',
    help: 'Give each part another `file`, or make one a section of the other with `into`.',
  },
  'clashing-guard': {
    severity: 'error',
    title: 'Two parts have the same include guard',
    help: 'Give each part another `guard`, or leave the key out.',
  },
  'into-loop': {
    severity: 'error',
    title: '`into` leads from a part back to itself',
    help: 'Remove `into` from the part that should have the file.',
  },
  'into-with-own-file': {
    severity: 'error',
    title: 'A part has `into` and also a file or guard of its own',
    help: 'Keep either `into`, or `file` and `guard`.',
  },
  'shared-part-into': {
    severity: 'error',
    title: "The shared part is written into another part's file",
    help: 'Remove `into`, or name another part with `shared`.',
  },
  'glob-without-file': {
    severity: 'warning',
    title: 'A glob under `definitions` matches no file',
    help: 'Correct the glob; it is relative to the root of the tree.',
  },
  'header-doubled': {
    severity: 'error',
    title: 'Two manifests of one run split the same header',
    help: 'Leave one of them out.',
  },
} as const satisfies Record<string, CodeEntry>;
