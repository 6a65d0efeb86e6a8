import { expect, test } from '@jest/globals';
import type { PatchFacts } from '../../../src/series/patch-facts.ts';
import type { UsersPatch } from '../../../src/series/users/users-patch.ts';
import { usersSubject } from '../../../src/series/users/users-text.ts';

function subjectOf(kind: UsersPatch['kind'], headers: readonly string[]): string {
  const facts = headers.map((path) => ({ path, name: 'api' }));
  const users = { kind, headers, title: 'disk', titles: ['disk'] };
  return usersSubject({
    header: facts[0],
    users,
    series: { headers: facts, prefixes: new Map() },
  } as unknown as PatchFacts);
}

const LONG = (letter: string): string => `include/${letter.repeat(70)}.h`;

test.each([
  ['included', 'api: include less of a split header in headers', 'api: include less of two split headers in headers'],
  ['removal', 'api: remove a split header', 'api: remove two split headers'],
  ['group', 'disk: include parts of a split header', 'disk: include parts of two split headers'],
] as const)('names that are too long for a subject become a number: %s', (kind, one, two) => {
  expect(subjectOf(kind, [LONG('a')])).toBe(one);
  expect(subjectOf(kind, [LONG('a'), LONG('b')])).toBe(two);
});
