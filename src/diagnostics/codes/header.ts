import type { CodeEntry } from './code-entry.ts';

/** What a header is that cannot be split, or not understood as it stands. */
export const headerCodes = {
  'header-unusable': {
    severity: 'error',
    title: 'The header cannot be read as a file of the tree',
    help: 'Name a readable regular file below the root of the tree, of at most 32 MiB.',
  },
  'header-outside': {
    severity: 'error',
    title: 'The header is not inside the tree',
    help: 'Name a header below the root, or give the root with `-C`.',
  },
  'header-binary': {
    severity: 'error',
    title: 'The header is not a text file',
    help: 'Name a C header that is text.',
  },
  'header-line-ends': {
    severity: 'error',
    title: 'The lines of the header end in CR alone',
    help: 'Convert the line ends to LF or CRLF.',
  },
  'spelling-unread': {
    severity: 'error',
    title: 'A backslash divides a name of the header over two lines',
    help: 'Write the name on one line.',
  },
  'nested-too-deep': {
    severity: 'error',
    title: 'The header nests brackets or conditionals too deeply',
    help: 'Check that the header was written by hand; the tool follows 256 levels.',
  },
  unbalanced: {
    severity: 'error',
    title: 'The header has a conditional or a bracket without its counterpart',
    help: 'Complete the pair in the header, or name the bracket macros under `brackets` in the manifest.',
  },
  'guard-missing': {
    severity: 'error',
    title: 'The header has no include guard',
    help: 'Add a guard to the header, or write `reinclude: once` if including it once is enough.',
  },
  'code-outside-guard': {
    severity: 'error',
    title: 'The header has code outside its include guard',
    help: 'Move it inside the guard, or write `reinclude: once` if including it once is enough.',
  },
  'licence-missing': {
    severity: 'note',
    title: 'The header has no licence comment',
    help: 'Write `licence: { from: FILE }` or a text in the manifest.',
  },
  'licence-text-missing': {
    severity: 'error',
    title: 'The file that should supply the licence does not begin with a comment',
    help: 'Name a file that begins with a licence comment, or write the text under `licence`.',
  },
  'opaque-item': {
    severity: 'note',
    title: 'A declaration was not understood and is kept whole',
    help: 'Assign it by a name of its own under `declarations` if it does not belong to the shared part.',
  },
  'annotation-suggested': {
    severity: 'note',
    title: 'An identifier is where only an annotation can be',
    help: 'Name it under `annotations` if it is one.',
  },
  'kept-with-next': {
    severity: 'note',
    title: 'A macro without `;` goes with the declaration below it',
    help: 'Name it under `annotations` if it decorates that, or under `declarations` if it ends by itself.',
  },
} as const satisfies Record<string, CodeEntry>;
