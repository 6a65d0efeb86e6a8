import type { CodeEntry } from './code-entry.ts';

/** What is found where the includes of the header's users change. */
export const usersCodes = {
  'user-needs-nothing': {
    severity: 'note',
    title: 'A file includes the header and uses nothing that it declares',
    help: 'It includes the shared part file now. Remove the include by hand if the file compiles without it.',
  },
  'user-unused': {
    severity: 'warning',
    title: 'A file uses nothing that the header declares or brings, and loses its include unproved',
    help: 'Compile it: `header-split users --prove BUILD MANIFEST` does. If it breaks, write what it needs under `users.need`.',
  },
  'user-kept': {
    severity: 'note',
    title: 'The manifest keeps the includes of a file',
    help: 'Remove its entry under `users.keep` when the reason is gone.',
  },
  'user-relied': {
    severity: 'note',
    title: 'A file relied on the include of another file and gets one of its own',
    help: 'Run `header-split users MANIFEST FILE` to see which names the file uses.',
  },
  'user-guessed': {
    severity: 'note',
    title: 'An include in angle brackets may mean a file of the tree, which goes on giving what is used through it',
    help: 'If it means that file, add its directory to `include_dirs`; each file then gets what it uses itself.',
  },
  'user-lost-part': {
    severity: 'error',
    title: 'A file uses a name and no longer reads the part that declares it',
    help: 'Include the part file that declares it.',
  },
  'user-follows': {
    severity: 'note',
    title: 'A name moved to another part, and a file that uses it gets an include',
    help: 'Nothing to do: no include is removed. Run `header-split users MANIFEST FILE` to see which names the file uses.',
  },
  'user-include-replaced': {
    severity: 'note',
    title: 'A part file is removed, and a file that included it gets other includes',
    help: 'Nothing to do. Run `header-split users MANIFEST FILE` to see which names the file uses.',
  },
  'part-file-still-included': {
    severity: 'error',
    title: 'A file includes a part file that the manifest no longer makes',
    help: 'Include the header there in its place, or the part files that the file needs.',
  },
  'users-pending': {
    severity: 'note',
    title: 'Files read more of the header than they need',
    help: 'Run `header-split apply --only users MANIFEST`, or `header-split users MANIFEST` to see which.',
  },
  'user-unsure': {
    severity: 'warning',
    title: 'What a file needs of the header cannot be told, and its include stays',
    help: 'Change the include by hand, or give the reason under `users.keep`.',
  },
  'user-unknown': {
    severity: 'warning',
    title: 'The manifest speaks of a file that does not read the header',
    help: 'Correct the path, or remove the entry.',
  },
  'maintainers-missing': {
    severity: 'error',
    title: 'The users are to be grouped by MAINTAINERS, and nothing there says of any file whose it is',
    help: 'Write `users: { group: folder }` into the series file.',
  },
  'users-law': {
    severity: 'error',
    title: 'A change of includes would break a law of the tool',
    help: 'This is a bug of header-split: please report it. `users: { rewrite: none }` leaves all includes alone.',
  },
  'wrapper-still-included': {
    severity: 'error',
    title: 'A file still names the header that is to be removed',
    help: 'Change the file first, or leave `wrapper.remove` out until nobody names the header.',
  },
} as const satisfies Record<string, CodeEntry>;
