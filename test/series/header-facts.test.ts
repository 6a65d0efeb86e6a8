import { expect, test } from '@jest/globals';
import { shortName } from '../../src/series/header-facts.ts';

test.each([
  ['a/b/x.h', ['a/b/x.h', 'c/y.h'], 'x.h'],
  ['a/very/deep/x.h', ['a/very/deep/x.h', 'b/x.h'], 'deep/x.h'],
  ['a/c/x.h', ['a/c/x.h', 'b/c/x.h'], 'a/c/x.h'],
  ['x.h', ['x.h', 'b/x.h'], 'x.h'],
  ['b/x.h', ['x.h', 'b/x.h'], 'b/x.h'],
])('%s among %j', (path, paths, name) => {
  expect(shortName(path, paths)).toBe(name);
});
