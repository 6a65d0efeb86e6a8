import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../text/place.ts';
import type { MembersOutcome, PlannedStruct } from './planned-struct.ts';

/**
 * What `check` says of structs as they stand: which members stand in another section than `members` says. A struct without any
 * banner is not divided yet, and its sections serve the audit alone.
 */
export function checkMembers({ structs, findings }: MembersOutcome): readonly Diagnostic[] {
  const found = structs.flatMap((one) =>
    one.divided.isDivided ? checkDivided(one) : [notDivided(one, 'divided yet')],
  );
  const others = findings.filter(({ code }) => code !== 'member-heading' && code !== 'member-order-matters');
  return [...others.map(asNote), ...found];
}

/** What cannot be divided is none of the audit's business. */
function asNote(finding: Diagnostic): Diagnostic {
  const { code, message, places } = finding;
  const isAboutDividing = code === 'struct-doubled' || code === 'struct-unreadable';
  return isAboutDividing ? diagnostic('struct-not-divided', message, places[0].place) : finding;
}

function notDivided({ struct, said }: PlannedStruct, what: string): Diagnostic {
  return diagnostic('struct-not-divided', `the members of ${struct} are not ${what}`, said);
}

function checkDivided(planned: PlannedStruct): readonly Diagnostic[] {
  const found = misplaced(planned);
  const { definition, divided } = planned;
  const isAsSaid = definition.source.text.slice(definition.body.start, definition.body.end) === divided.text;
  return found.length > 0 || isAsSaid ? found : [notDivided(planned, 'in the order of `members`')];
}

function misplaced({ struct, definition: { source }, units, sections, divided }: PlannedStruct): readonly Diagnostic[] {
  return units.flatMap(({ items, names }, at) => {
    const [item] = items;
    const wanted = sections[at] ?? null;
    const stands = item ? (divided.standing[item.index] ?? null) : null;
    if (item === undefined || stands === wanted) return [];
    const where = (part: string | null): string => (part === null ? 'above all sections' : `among those of ${part}`);
    const message = `${struct}.${names.join(', ')} stands ${where(stands)} and belongs ${where(wanted)}`;
    return [diagnostic('member-misplaced', message, placeOf(source, item.span))];
  });
}
