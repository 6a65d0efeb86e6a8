import { displayText } from '../text/source-text.ts';
import { assertingParts } from './assertion-text.ts';
import type { PlaceholderValues } from './fill-template.ts';
import { type HeaderFacts, isChanged } from './header-facts.ts';
import { membersPrefix } from './members/members-text.ts';
import type { PatchFacts } from './patch-facts.ts';
import { partFileLines } from './split-text.ts';
import { headerNames, usersPrefix } from './users/users-text.ts';
import { joinNames } from './wrap-text.ts';

/** What the placeholders of a patch's subject and body stand for; `{{default}}` is what would stand without a template. */
export function patchValues(facts: PatchFacts, defaultText: string): PlaceholderValues {
  const { header, topic, part, definitions, changes, series, users } = facts;
  const changed = definitions.filter(isChanged);
  const parts =
    topic === 'assertions' || topic === 'functions' ? assertingParts(facts) : header.parts.map((one) => one.part);
  const names = [...new Set(changed.map(({ name }) => displayText(name)))];
  return new Map([
    ['header', users === null ? header.path : joinNames(users.headers)],
    ['name', users === null ? header.name : joinNames(headerNames(facts))],
    ['prefix', facts.members === null ? usersPrefix(facts) : membersPrefix(facts)],
    ['part', part ?? joinNames(parts.map(({ name }) => name))],
    ['parts', joinNames(parts.map(({ name }) => name))],
    ['part_files', partFileLines(facts).join('\n')],
    ['prototypes', String(sum(header.parts.map(({ functions }) => functions)))],
    ['assertions', String(changed.length)],
    ['functions', joinNames(names)],
    ['files', joinNames(changes.map(({ path }) => path))],
    ['file_count', String(changes.length)],
    ['motivation', series.motivation.trimEnd()],
    ...(facts.members === null ? [] : [['struct', displayText(facts.members.struct)] as const]),
    ['default', defaultText],
    ...valuesByPart(header),
  ]);
}

/** What the placeholders of the cover letter's title and body stand for. */
export function coverValues(headers: readonly HeaderFacts[], defaultText: string): PlaceholderValues {
  const definitions = headers.flatMap(({ result }) => result.definitions);
  const [only, ...others] = headers;
  const parts = new Set(headers.flatMap((header) => header.parts.map(({ part }) => part.name)));
  return new Map([
    ['headers', joinNames(headers.map(({ path }) => path))],
    ['names', joinNames(headers.map(({ name }) => name))],
    ['header_count', String(headers.length)],
    ['parts', joinNames([...parts])],
    ['prototypes', String(sum(headers.flatMap((header) => header.parts.map(({ functions }) => functions))))],
    ['assertions', String(definitions.filter(isChanged).length)],
    ['default', defaultText],
    ...(only === undefined || others.length > 0 ? [] : valuesByPart(only)),
  ]);
}

function valuesByPart({ parts }: HeaderFacts): readonly (readonly [string, string])[] {
  return parts.flatMap(({ part, functions }) => [
    [`count ${part.name}`, String(functions)] as const,
    [`file ${part.name}`, part.file] as const,
    ...(part.assert === null ? [] : [[`assert ${part.name}`, displayText(part.assert)] as const]),
  ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
