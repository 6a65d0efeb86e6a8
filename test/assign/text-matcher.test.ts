import { describe, expect, test } from '@jest/globals';
import { type Criterion, compileMatcher } from '../../src/assign/text-matcher.ts';

function matches(by: Criterion, pattern: string, text: string): boolean {
  const matcher = compileMatcher(by, pattern);
  if (typeof matcher === 'string') throw new Error(matcher);
  return matcher.kind === 'literal' ? matcher.text === text : matcher.matches(text);
}

test.each<[Criterion, string, string, boolean]>([
  ['name', 'rdb_load', 'rdb_load', true],
  ['name', 'rdb_load', 'rdb_loads', false],
  ['name', 'rdb', 'rdb_load', false],
  ['name', 'rdb*', 'rdb', true],
  ['name', 'rdb?', 'rdb', false],
  ['name', '[a-r]db_*', 'rdb_load', true],
  ['name', '@(get|set)_x', 'set_x', true],
  ['name', 'Rdb*', 'rdb_load', false],
  ['name', '/^[^r]db/', 'rdb', false],
  ['name', '/[^x]b$/', 'b', false],
  ['name', '/^(rdb|aof)_\\w+$/', 'aof_load', true],
  ['name', '/LOAD/', 'rdb_load', false],
  ['name', '/LOAD/i', 'rdb_load', true],
  ['name', '/[l]oad/i', 'rdb_LOAD', true],
  ['name', '/^größe$/i', 'GRÖSSE', false],
  ['name', '/^größe_?x/i', 'GRÖßE_X', true],
  ['file', 'io.c', 'src/io.c', true],
  ['file', 'src/*.c', 'src/a/io.c', false],
  ['file', 'src/**/*.c', 'src/a/io.c', true],
  ['file', '*.c', 'src/a/io.c', true],
  ['section', 'Pub / Sub', 'Pub / Sub', true],
  ['section', 'Pub*', 'Pub / Sub', true],
  ['section', 'What (is) [this]?', 'What (is) [this]?', true],
  ['section', '/^pub/i', 'Pub / Sub', true],
])('%s %s and %s: %s', (by, pattern, text, expected) => {
  expect(matches(by, pattern, text)).toBe(expected);
});

describe('refuses', () => {
  test.each([
    ['/a{2}/', 'cannot be read, or contains more than'],
    ['/(?=a)/', 'cannot be read, or contains more than'],
    ['/(a/', 'cannot be read, or contains more than'],
    ['/^rdb', "lacks the '/' that ends a regular expression"],
    ['/a/g', "has 'g' after it; the only flag is 'i'"],
    ['/[^a]/i', "has a class of all others, which does not work with the flag 'i'"],
    ['!(a)', "contains '!(a)', which is not supported"],
    ['a{1..3}', "contains the range '{1..3}', which is not supported"],
    ['a'.repeat(1001), 'has more than 1000 characters'],
  ])('%s', (pattern, reason) => {
    expect(compileMatcher('name', pattern)).toEqual(expect.stringContaining(reason));
  });
});

test.each([
  '/^(a+)+$/',
  '/(a|a)*b/',
  '/(a*)*(a*)*(a*)*c/',
  '*a*a*a*a*a*a*a*b',
  '+(a|a)+(a|a)b',
  `/${'a?'.repeat(200)}${'a'.repeat(200)}b/`,
])('%s does not hang on a long text that nearly matches', (pattern) => {
  expect(matches('name', pattern, `${'a'.repeat(20_000)}!`)).toBe(false);
});
