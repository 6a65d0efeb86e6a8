import { expect, test } from '@jest/globals';
import { ALWAYS, makeFormulas, NEVER, type When } from '../../../src/users/when/formulas.ts';

test('one meaning is one number', () => {
  const { variable, and, or, not, covers } = makeFormulas();
  const [a, b] = [variable('A'), variable('B')];
  expect(or(a, not(a))).toBe(ALWAYS);
  expect(and(a, not(a))).toBe(NEVER);
  expect(not(and(a, b))).toBe(or(not(b), not(a)));
  expect(or(and(a, b), and(a, not(b)))).toBe(variable('A'));
  expect([covers(a, and(a, b)), covers(and(a, b), a), covers(or(a, b), b)]).toEqual([true, false, true]);
});

test('beyond its limit it claims less, and ends', () => {
  const { variable, and, or, covers } = makeFormulas(64);
  const pairs = Array.from({ length: 40 }, (_, at) => [variable(`a${at}`), variable(`b${at}`)] as const);
  const some = pairs.reduce<When>((sum, [a]) => or(sum, a), NEVER);
  const other = pairs.reduce<When>((sum, [a, b]) => or(sum, and(a, b)), some);
  expect(covers(other, some)).toBe(true);
});
