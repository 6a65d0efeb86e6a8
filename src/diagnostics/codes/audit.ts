import type { CodeEntry } from './code-entry.ts';

/** What `audit` says of calls between parts. */
export const auditCodes = {
  'part-calls-forbidden': {
    severity: 'error',
    title: 'A function calls a function that its part may not call',
    help: 'Assign one of the two to another part, or move the call; `header-split audit --why FUNCTION` lists its other callers.',
  },
  'part-reaches-forbidden': {
    severity: 'error',
    title: 'A part reaches a function that it may not call, through a member of a struct or a callback',
    help: 'Assign the function to another part, or move the call; `header-split audit --why FUNCTION` lists its other callers.',
  },
  'context-reaches-forbidden': {
    severity: 'error',
    title: 'Code that starts in a declared context reaches a function that it may not call',
    help: 'Move the call, or correct `contexts` in the audit file.',
  },
  'member-caller-disagrees': {
    severity: 'error',
    title: 'A part calls a member of a section that it may not call',
    help: 'Move the member to another section of `members` in the audit file, or move the call.',
  },
  'suggestion-contradicted': {
    severity: 'warning',
    title: 'A function is called from where it must not be, whatever part it gets',
    help: 'Change one of the calls, or assign one of the named functions to another part; then run `header-split suggest` again.',
  },
  'could-be-narrower': {
    severity: 'note',
    title: 'A function is in a stricter part than what it calls needs',
    help: 'Move it to the other part if that is right; the tokens do not show what it changes.',
  },
  'could-be-wider': {
    severity: 'note',
    title: 'A function has no caller in its own part',
    help: 'Move it to the part of its callers if nothing else should call it.',
  },
  'allowed-call-gone': {
    severity: 'error',
    title: 'An entry of `allow` matches no forbidden call',
    help: 'Remove the entry: the list must shrink with the calls.',
  },
  'baseline-call-gone': {
    severity: 'error',
    title: 'The baseline has a forbidden call that is no longer found',
    help: 'Run `header-split audit --update-baseline`: it must shrink with the calls.',
  },
  'function-unknown': {
    severity: 'error',
    title: 'The tree has no function of the name that was asked for',
    help: 'Name a function, a `Struct.member` or a `function#parameter`.',
  },
  'baseline-unnamed': {
    severity: 'error',
    title: '`--update-baseline` has no file to write',
    help: 'Name one under `baseline` in the audit file, and give that file with `--file`.',
  },
  'facts-rejected': {
    severity: 'note',
    title: "What earlier runs of `audit` kept in git's directory is damaged, or was not written here",
    help: 'Nothing: all was read again, and the file was replaced. It may be deleted at any time; `--no-cache` leaves it alone.',
  },
  'baseline-unreadable': {
    severity: 'error',
    title: 'The baseline is not one that `audit --update-baseline` wrote',
    help: 'Restore it from its last commit, or delete it and run `header-split audit --update-baseline`.',
  },
} as const satisfies Record<string, CodeEntry>;
