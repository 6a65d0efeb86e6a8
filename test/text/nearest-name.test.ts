import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearestName, nearestNames } from '../../src/text/nearest-name.ts';

test.each([
  ['grpah', 'graph'],
  ['GRAPH', 'graph'],
  ['graphs', 'graph'],
  ['oi', 'io'],
  ['commn', 'common'],
  ['elsewhere', null],
  ['', null],
  ['x'.repeat(1000), null],
])('%s means %s', (written, meant) => {
  expect(nearestName(written, ['common', 'graph', 'io'])).toBe(meant);
});

test('of two equally near names the first', () => {
  expect(nearestName('ba', ['bb', 'bc'])).toBe('bb');
});

test('of many wrong names the first hundred are compared', () => {
  const nearest = nearestNames(['graph']);
  expect(Array.from({ length: 101 }, () => nearest('grpah')).filter((found) => found === 'graph')).toHaveLength(100);
});

test('a distance is the same whether it is cut short or not', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(letters, fc.array(letters), (written, names) => {
      const alone = names
        .map((name) => [name, nearestName(written, [name])] as const)
        .filter(([, near]) => near !== null);
      expect(nearestName(written, names) === null).toBe(alone.length === 0);
    }),
  );
});
