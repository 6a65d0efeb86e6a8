import type { CodeEntry } from './code-entry.ts';

/** What `audit` says of calls between parts. */
export const auditCodes = {
  'part-calls-forbidden': {
    severity: 'error',
    title: 'A function calls one of a part that its own may not call',
    help: 'Assign one of the two otherwise, or move the call out of the way.',
  },
  'part-reaches-forbidden': {
    severity: 'error',
    title: 'A part reaches a function that it may not call, through a member of a struct or a callback',
    help: 'Assign the function otherwise, or move the call out of the way.',
  },
  'context-reaches-forbidden': {
    severity: 'error',
    title: 'Code that starts in a declared context reaches a function that it may not call',
    help: 'Move the call out of the way, or correct `contexts` in the audit file.',
  },
  'member-caller-disagrees': {
    severity: 'error',
    title: 'A part calls a member of a section that it may not call',
    help: 'Move the member to another section of `members` in the audit file, or the call out of the way.',
  },
} as const satisfies Record<string, CodeEntry>;
