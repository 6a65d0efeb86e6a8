import { type Finding, finding } from '../finding.ts';
import type { PartDraft, PartsDraft } from '../read/part-draft.ts';

/** Every part file is compared with every other, and every asserted body with every assertion. */
const MOST = 1024;

/** The parts have as many files, and as many assertions, as somebody could look through. */
export function checkPartsCount({ parts }: PartsDraft): Finding[] {
  return [
    ...tooMany(
      parts.filter(({ into }) => into === null),
      'files',
      'Write parts into the file of another with `into`, or split the header twice.',
    ),
    ...tooMany(
      [...new Map(parts.flatMap((part) => (part.assert === null ? [] : [[part.assert, part] as const]))).values()],
      'assertions',
      'Let parts share an assertion.',
    ),
  ];
}

function tooMany(parts: readonly PartDraft[], what: string, next: string): Finding[] {
  const first = parts[MOST];
  if (first === undefined) return [];
  const message = `the parts have ${parts.length} ${what}; at most ${MOST} are read`;
  return [{ ...finding('manifest-too-large', message, first.span), next }];
}
