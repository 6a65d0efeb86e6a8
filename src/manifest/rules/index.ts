import type { Finding } from '../finding.ts';
import type { PartsDraft } from '../read/part-draft.ts';
import { checkClashingFiles } from './clashing-file.ts';
import { checkClashingGuards } from './clashing-guard.ts';
import { checkIntoLoops } from './into-loop.ts';
import { checkIntoWithOwnFile } from './into-with-own-file.ts';
import { checkPartsCount } from './parts-count.ts';
import { checkSharedPartInto } from './shared-part-into.ts';

/** What the parts must be to each other: one rule a file. */
const partRules: readonly ((draft: PartsDraft) => Finding[])[] = [
  checkClashingFiles,
  checkClashingGuards,
  checkIntoLoops,
  checkIntoWithOwnFile,
  checkPartsCount,
  checkSharedPartInto,
];

export function checkParts(draft: PartsDraft): Finding[] {
  return partRules.flatMap((check) => check(draft));
}
