import { type Finding, finding } from '../finding.ts';
import type { PartsDraft } from '../read/part-draft.ts';

/** A part with `into` has no file or guard of its own. */
export function checkIntoWithOwnFile({ parts }: PartsDraft): Finding[] {
  return parts.flatMap(({ name, into, file, guard }) => {
    if (into === null) return [];
    const own = [
      { key: 'file', value: file },
      { key: 'guard', value: guard },
    ];
    return own.flatMap(({ key, value }) => {
      if (value === null) return [];
      const message = `part '${name}' is written into the file of '${into.value}' and cannot have a ${key} of its own`;
      return [finding('into-with-own-file', message, value.span, { at: into.span, label: "its 'into'" })];
    });
  });
}
