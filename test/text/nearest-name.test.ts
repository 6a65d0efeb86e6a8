import { expect, test } from '@jest/globals';
import { nearestName } from '../../src/text/nearest-name.ts';

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
