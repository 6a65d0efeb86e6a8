import { describe, expect, test } from '@jest/globals';
import { hasWildcard, readGlob } from '../../src/text/glob.ts';
import { matcherOf } from '../../src/text/pattern.ts';

function matches(glob: string, path: string): boolean {
  const read = readGlob(glob);
  if (read.kind === 'problem') throw new Error(read.problem);
  return matcherOf([read.pattern])(path).length > 0;
}

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['a.c', ['a.c'], ['b.c', 'x/a.c', 'a.cc', 'aXc']],
  ['*.c', ['a.c', '.c', '.a.c'], ['x/a.c', 'a.h']],
  ['a?.c', ['ab.c'], ['a.c', 'a/.c', 'abc.c']],
  ['**/*.c', ['a.c', 'x/a.c', 'x/y/.z/a.c'], ['a.h']],
  ['x/**', ['x/a', 'x/y/z'], ['x', 'xa', 'y/x/a']],
  ['x/**/a.c', ['x/a.c', 'x/y/a.c', 'x/y/z/a.c'], ['x/ya.c', 'xa.c']],
  ['x**/a.c', ['xy/a.c', 'x/a.c'], ['x/y/a.c']],
  ['***/a', ['x/a'], ['x/y/a', 'a']],
  ['[ab].c', ['a.c', 'b.c'], ['c.c', 'ab.c']],
  ['[!ab].c', ['c.c', 'é.c'], ['a.c', '/.c']],
  ['[^a-c]x', ['dx'], ['bx']],
  ['x[.-0]y', ['x.y', 'x0y'], ['x/y']],
  ['[]a]', [']', 'a'], ['b']],
  ['[[:alpha:]_]x', ['ax', '_x'], ['1x']],
  ['[z-a]', [], ['a', 'z', 'm']],
  ['[a', ['[a'], ['a']],
  ['{a,b/c,}.h', ['a.h', 'b/c.h', '.h'], ['c.h', '{a,b/c,}.h']],
  ['{a,{b,c}d}', ['a', 'bd', 'cd'], ['b', 'ad']],
  ['{**/,}a', ['a', 'x/y/a'], ['xa']],
  ['{a}', ['{a}'], ['a']],
  ['{a,b', ['{a,b'], ['a']],
  ['a}b', ['a}b'], []],
  ['@(a|b)+(c|d)', ['ac', 'bdcd'], ['a', 'c']],
  ['a?(b)*(c)', ['a', 'ab', 'accc'], ['abb']],
  ['a|b(c)', ['a|b(c)'], ['a', 'bc']],
  ['*(a', ['(a', 'x(a'], ['a']],
  ['ü*😀?', ['üx😀y', 'ü😀😀'], ['ü😀']],
])('%s', (glob, these, others) => {
  expect(these.filter((path) => !matches(glob, path))).toEqual([]);
  expect(others.filter((path) => matches(glob, path))).toEqual([]);
});

test.each([
  ['a/!(b).c', "contains '!(b)', which is not supported; exclude by an entry that begins with '!'"],
  ['a{1..9}.c', "contains the range '{1..9}', which is not supported; write its members out"],
  ['[[:word:]]', "contains '[:word:]', which is not a class of characters"],
  [`${'{a,'.repeat(40)}b${'}'.repeat(40)}`, 'nests more than 32 brackets'],
])('%s is refused', (glob, problem) => {
  expect(readGlob(glob)).toEqual({ kind: 'problem', problem });
  expect(hasWildcard(glob)).toBe(true);
});

describe('time grows with the length of glob and path', () => {
  const path = `${'a'.repeat(4000)}.h`;
  test.each([
    '*a'.repeat(300),
    `${'**/'.repeat(200)}*.c`,
    `${'+(a|aa)'.repeat(200)}b`,
    `${'{a,aa,}'.repeat(500)}b`,
    `${'+('.repeat(30)}a${')'.repeat(30)}b`,
    '{'.repeat(30).padEnd(4000, '[(*'),
  ])('%s', (glob) => {
    expect(matches(glob, path)).toBe(false);
  });

  test('many at once', () => {
    const globs = Array.from({ length: 1000 }, (_, at) => readGlob(`**/*a${at}b*`));
    const match = matcherOf(globs.flatMap((read) => (read.kind === 'pattern' ? [read.pattern] : [])));
    expect(match(`x/${'a1'.repeat(1000)}a17b`)).toEqual([17]);
  });
});
