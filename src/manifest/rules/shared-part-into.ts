import { type Finding, finding } from '../finding.ts';
import { type PartsDraft, sharedPartName } from '../read/part-draft.ts';

/** The shared part has a file of its own: every other part file includes it. */
export function checkSharedPartInto(draft: PartsDraft): Finding[] {
  const name = sharedPartName(draft);
  const shared = draft.parts.find((part) => part.name === name);
  if (shared === undefined || shared.into === null) return [];
  const message = `'${shared.name}' is the shared part and cannot be written into the file of '${shared.into.value}'`;
  const why = draft.shared === null ? [] : [{ at: draft.shared.span, label: 'named as the shared part' }];
  return [finding('shared-part-into', message, shared.into.span, ...why)];
}
