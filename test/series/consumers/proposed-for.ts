import type { ConsumerProposal } from '../../../src/series/consumers/consumer-proposal.ts';
import { proposeConsumerChanges } from '../../../src/series/consumers/propose-changes.ts';
import { memoryTree } from '../../../src/text/tree.ts';

/** The header that the tests split, with its part files. */
export const split = {
  header: 'include/foo.h',
  partFiles: ['include/foo-common.h', 'include/foo-io.h'],
};

/** What is proposed for one file of a small tree. */
export function proposedFor(
  file: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
): ConsumerProposal | null {
  const tree = memoryTree({ 'include/foo.h': '', [file]: text, ...more });
  const [proposal] = proposeConsumerChanges(tree, { ...split, others: [file] });
  return proposal ?? null;
}

/** What the file holds after the proposed change; null when none is proposed. */
export function proposedText(file: string, text: string): string | null {
  const change = proposedFor(file, text)?.change;
  return change?.kind === 'modify' ? change.after : null;
}
