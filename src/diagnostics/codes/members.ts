import type { CodeEntry } from './code-entry.ts';

/** What is said of structs whose members the audit file brings together in sections. */
export const membersCodes = {
  'struct-unknown': {
    severity: 'note',
    title: 'No file of the tree defines a struct of `members`',
    help: 'Nothing of it is moved; its sections still count for `audit`. Correct the name if it is misspelt.',
  },
  'struct-doubled': {
    severity: 'error',
    title: 'A struct of `members` is defined in several places',
    help: 'Leave one definition, or take the struct out of `members`: which of them is meant cannot be told.',
  },
  'struct-unreadable': {
    severity: 'error',
    title: 'It cannot be told where a member of a struct of `members` ends',
    help: 'End the member with `;`, or take the struct out of `members`.',
  },
  'member-unknown': {
    severity: 'error',
    title: 'A name in `members` means no member of the struct',
    help: 'Correct or remove the name.',
  },
  'member-disagrees': {
    severity: 'error',
    title: 'Members that stay together are named for different sections',
    help: 'Name them for one section, or give each a line of its own in the struct first.',
  },
  'member-order-matters': {
    severity: 'error',
    title: 'Moving the members of a struct would change what the code means',
    help: 'Change this place first, for example to designated initialisers, or take the struct out of `members`.',
  },
  'member-heading': {
    severity: 'note',
    title: 'A comment stands above members that go to different sections',
    help: 'Read the comment where it stands after the change, and reword it if it spoke of the others too.',
  },
  'member-misplaced': {
    severity: 'error',
    title: 'A member of a divided struct stands in another section than `members` says',
    help: 'Run `header-split apply` with the same manifests and `--audit-file`: it moves only this member.',
  },
  'caller-not-asserted': {
    severity: 'note',
    title: 'A function calls a member of an asserting section and gets no assertion',
    help: 'Read the reason; give the function a part, or list it under `functions` of the manifest, if it should assert all the same.',
  },
  'struct-not-divided': {
    severity: 'note',
    title: 'The members of a struct are not brought together yet',
    help: 'Run `header-split apply` with the same manifests and `--audit-file` to divide it.',
  },
} as const satisfies Record<string, CodeEntry>;
