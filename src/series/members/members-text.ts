import { baseName } from '../../text/file-path.ts';
import { noChange } from '../no-change.ts';
import type { PatchFacts } from '../patch-facts.ts';
import { isOfHeader } from '../split-text.ts';
import { joinNames, SUBJECT_WIDTH, wrapLine } from '../wrap-text.ts';
import type { MembersPatch } from './members-patch.ts';

/** The subject of a patch that divides a struct, when the series file has none. */
export function membersSubject(facts: PatchFacts): string {
  const { struct } = membersOf(facts);
  const forms = [`divide the members of ${struct} by where they run`, `divide ${struct} by where members run`];
  const subjects = forms.map((form) => `${membersPrefix(facts)}: ${form}`);
  return subjects.find((subject) => subject.length <= SUBJECT_WIDTH) ?? subjects.at(-1) ?? '';
}

/** What such a patch says. */
export function membersBody(facts: PatchFacts): string {
  const { struct, parts, hasOthers } = membersOf(facts);
  const sections = parts.length === 1 ? `section ${parts[0]}` : `sections ${joinNames(parts)}`;
  const others = hasOthers ? ', behind those that belong to none' : '';
  const what = `Bring the members of ${struct} together in the ${sections}${others}. They are moved as they are, with their comments; no initialiser goes by position.`;
  return [wrapLine(what).join('\n'), ...noChange(facts)].join('\n\n');
}

/** As for the header that the struct stands in; the file's name where it stands in none of the series. */
export function membersPrefix({ members, header, series }: PatchFacts): string {
  const path = members?.path ?? header.path;
  const own = isOfHeader(header, path) ? series.prefixes.get(header.path) : undefined;
  return own ?? baseName(path);
}

function membersOf({ members }: PatchFacts): MembersPatch {
  if (members === null) throw new Error('the words for a patch of a struct, and it is about something else');
  return members;
}
