import type { CodeEntry } from './code-entry.ts';

/** What a split cannot do, or what its reviewer should know. */
export const splitCodes = {
  'prototype-unassigned': {
    severity: 'error',
    title: 'A prototype of the header has no part',
    help: 'Give the prototype a part in the manifest.',
  },
  'keyword-kept': {
    severity: 'note',
    title: 'A line of a version control system is not copied',
    help: 'Nothing to do; write a keyword into the new files if your version control system expands it.',
  },
  'prototype-unknown': {
    severity: 'error',
    title: 'The manifest lists a prototype that the header does not have',
    help: 'Correct the name, or remove the line.',
  },
  'names-disagree': {
    severity: 'error',
    title: 'One declaration makes several names, and they are assigned to different parts',
    help: 'Assign them to the same part, or split the declaration in the header first.',
  },
  'declaration-unknown': {
    severity: 'error',
    title: 'The manifest assigns a declaration that the header does not have',
    help: 'Correct the name, or remove the line.',
  },
  'include-unknown': {
    severity: 'error',
    title: 'The manifest places an include that the header does not have',
    help: 'Correct the path as the header spells it, or remove the line.',
  },
  'bracket-unknown': {
    severity: 'error',
    title: 'The manifest names a bracket that the header does not have',
    help: 'Spell both ends as the header does, or remove the entry.',
  },
  'bracket-suspected': {
    severity: 'error',
    title: 'The split would take apart what may be a bracket',
    help: 'Name both ends under `brackets` in the manifest.',
  },
  'pragma-parted': {
    severity: 'error',
    title: 'The split would separate a pragma from the declarations that it applies to',
    help: 'Put `push` and `pop` around them where the pragma has these, assign them to the shared part, or move them with the pragma to a header of their own and include that.',
  },
  'open-item-parted': {
    severity: 'error',
    title: 'A line goes on with the declaration below it, which would go to several parts',
    help: 'Assign what may follow it to one part.',
  },
  'group-divided': {
    severity: 'error',
    title: 'A conditional group changes its own condition, and the split would divide it',
    help: 'Assign the prototypes of the group to one part.',
  },
  'guard-taken': {
    severity: 'error',
    title: 'The guard of a part file is used elsewhere in the tree',
    help: 'Give the part another `guard` in the manifest.',
  },
  'guard-tested': {
    severity: 'warning',
    title: "Another file tests the header's guard",
    help: 'Check whether that file needs the wrapper or one of the parts.',
  },
  'guard-shared': {
    severity: 'warning',
    title: "A file that a part includes insists on the header's own guard",
    help: 'Check whether other files test the guard to learn that the whole header was included.',
  },
  'include-cycle': {
    severity: 'error',
    title: 'A part file would be part of an include cycle',
    help: 'Name an `assert_include` that does not include the header.',
  },
  'include-needed': {
    severity: 'error',
    title: 'The manifest puts an include where the code that needs it does not get it',
    help: 'Leave it out of `includes`: it then goes where it is needed.',
  },
  'include-order': {
    severity: 'error',
    title: 'An include cannot be placed between what it needs and what needs it',
    help: 'Assign what it needs to the shared part.',
  },
  'include-moved': {
    severity: 'note',
    title: 'An include goes elsewhere than to the shared part',
    help: 'If it should go somewhere else, say so under `includes`.',
  },
  'include-dropped': {
    severity: 'note',
    title: 'An include is dropped',
    help: 'Include it in the files that use what it declares.',
  },
  'include-loops': {
    severity: 'note',
    title: 'An include leads back to the header and goes to the wrapper',
    help: 'No action needed: no part needs it.',
  },
  'include-enters': {
    severity: 'note',
    title: 'Part files include the header above their guards, because what they need leads back to it',
    help: "No action needed. Say why in the part's `banner`, for readers who wonder at the line.",
  },
  'part-includes-part': {
    severity: 'note',
    title: 'A part file includes another because of what it uses',
    help: 'Assign the declarations to other parts if you do not want that.',
  },
  'calls-back': {
    severity: 'error',
    title: 'Two part files need each other',
    help: 'Assign the declarations so that one part file can do without the other.',
  },
  'section-order': {
    severity: 'error',
    title: 'A section needs what a later section of the same file declares',
    help: 'Change the order of the parts in the manifest, or assign the declaration to the earlier one.',
  },
  'meaning-changes': {
    severity: 'error',
    title: 'The split would change what a name means',
    help: 'Assign the declarations to one part, or move them in the header first.',
  },
  'macros-entangled': {
    severity: 'error',
    title: 'The macros lead to one another too often to follow',
    help: 'Move the macros that name so many others to a header of their own, and include that.',
  },
  unsettled: {
    severity: 'error',
    title: 'More declarations would have to move than the tool can follow',
    help: 'Assign the macros that would have to move by name, under `declarations`.',
  },
  'not-conserved': {
    severity: 'error',
    title: 'The split would lose or change text of the header',
    help: 'Report this with the header; nothing was written.',
  },
  'part-file-exists': {
    severity: 'error',
    title: 'A part file exists already',
    help: 'Remove the file if it is a leftover, or give the part another `file`.',
  },
  'part-file-included': {
    severity: 'error',
    title: 'A header to split includes a file that the split would create',
    help: 'Send the include to `drop` or `wrapper` under `includes`, or give the part another `file`.',
  },
  'part-empty': {
    severity: 'note',
    title: 'A part has no item and gets no file',
    help: 'Assign something to the part, or remove it from the manifest.',
  },
  'declaration-moved': {
    severity: 'note',
    title: 'A declaration goes with the part that needs it, not to the shared part',
    help: 'If it should go somewhere else, assign it under `declarations`.',
  },
  'comment-dropped': {
    severity: 'note',
    title: 'A comment is dropped together with its include',
    help: 'Put a blank line below the comment in the header if it is about more than the include.',
  },
  'comment-copied': {
    severity: 'note',
    title: 'A comment goes to several files',
    help: 'Write `comment: own` at the declaration below it if it is about that alone.',
  },
  'comment-elsewhere': {
    severity: 'note',
    title: 'A comment speaks of what goes to another file',
    help: 'Assign both to one part, or reword the comment in the header.',
  },
  'call-forbidden': {
    severity: 'warning',
    title: 'A macro or inline function uses a function that its part may not call',
    help: 'Assign one of the two to another part, or add the part to `may_call`.',
  },
  'macro-reaches': {
    severity: 'note',
    title: 'A macro or inline function uses a function of another part',
    help: 'Check that the part may call it.',
  },
  'order-differs': {
    severity: 'note',
    title: 'The manifest lists prototypes in another order than the header',
    help: "No action needed: the header's order wins.",
  },
} as const satisfies Record<string, CodeEntry>;
