import type { CodeEntry } from './code-entry.ts';

/** Files that name a header without including it. */
export const consumersCodes = {
  'text-consumer': {
    severity: 'note',
    title: 'A file names the header without including it',
    help: 'Check whether it must name a part file after the split.',
  },
  'consumer-offered': {
    severity: 'warning',
    title: 'The tool proposes a change to a text consumer that the series does not list',
    help: 'List the file under `consumers` of a series file to have the change in the series.',
  },
  'consumer-line-left': {
    severity: 'warning',
    title: 'A line of a file that the series changes still names the header alone',
    help: 'Add the new headers there before the series, or by a `replace` under `consumers` of a series file.',
  },
  'consumer-not-proposed': {
    severity: 'error',
    title: 'The tool has no proposal for a text consumer that the series file lists',
    help: 'Give the entry a `patch` or a `replace`, or remove it.',
  },
  'consumer-change-unfit': {
    severity: 'error',
    title: 'A change to a text consumer does not fit the file',
    help: 'Make the change against the file as the patches before leave it; if the file names several headers, give the entry a `header`.',
  },
  'consumer-unchanged': {
    severity: 'warning',
    title: 'The series file lists a text consumer that is not changed',
    help: 'Remove the entry, or say with `header`, `replace` or `patch` what should change.',
  },
} as const satisfies Record<string, CodeEntry>;
