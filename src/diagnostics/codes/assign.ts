import type { CodeEntry } from './code-entry.ts';

/** About the assignments that `assign` is given. */
export const assignCodes = {
  'assignment-malformed': {
    severity: 'error',
    title: 'An assignment cannot be read',
    help: 'Write a name, a glob or a regular expression between slashes, then `=` and a part: `rdb*=io`.',
  },
  'assignment-part-unknown': {
    severity: 'error',
    title: 'An assignment names a part that the manifest does not have',
    help: 'Correct the name, or add the part to `parts` in the manifest.',
  },
  'assignment-idle': {
    severity: 'error',
    title: 'An assignment matches no function',
    help: 'Correct the spelling, or remove the assignment.',
  },
  'assignment-contradiction': {
    severity: 'error',
    title: 'Two assignments give one function different parts',
    help: 'Run the more specific one first, on its own: functions keep the part that they have.',
  },
} as const satisfies Record<string, CodeEntry>;
