import { expect, test } from '@jest/globals';
import type { DefiningFiles } from '../../../src/plan/definitions/defining-files.ts';
import { definitionGlobs } from '../../../src/plan/definitions/suggest-globs.ts';

function defined(files: Readonly<Record<string, string>>): DefiningFiles {
  const sets = Object.entries(files).map(([file, names]) => [file, new Set(names.split(' '))] as const);
  return new Map(sets.sort((a, b) => b[1].size - a[1].size));
}

test('one file of stubs does not take the place of the files whose functions it stands in for', () => {
  const files = defined({ 'test/unit/subs_stubs.c': 'a b c d', 'src/a.c': 'a b', 'src/c.c': 'c' });
  expect(definitionGlobs(files, ['src/foo.h'])).toEqual({
    globs: ['src/a.c', 'src/c.c'],
    others: ['test/unit/subs_stubs.c'],
  });
});

test('a file for tests that alone defines a function counts', () => {
  const files = defined({ 'src/a.c': 'a b', 'test/fake.c': 'c' });
  expect(definitionGlobs(files, ['include/foo.h']).globs).toEqual(['src/a.c', 'test/fake.c']);
});

test('the definition beside the header counts, not one of another program', () => {
  const files = defined({ 'lib/handle.c': 'a b c', 'src/handle.c': 'a b', 'src/c.c': 'c' });
  expect(definitionGlobs(files, ['src/foo.h'])).toEqual({
    globs: ['src/c.c', 'src/handle.c'],
    others: ['lib/handle.c'],
  });
});

test('without one beside the header, the file that defines most', () => {
  const files = defined({ 'block.c': 'a b c', 'qemu-img.c': 'a' });
  expect(definitionGlobs(files, ['include/block/block.h'])).toEqual({ globs: ['block.c'], others: ['qemu-img.c'] });
});

test('a glob leaves out what stands in its directory and is not meant', () => {
  const files = defined({ 'lib/1.c': 'a b', 'lib/2.c': 'c', 'lib/3.c': 'd', 'lib/4.c': 'e', 'lib/again.c': 'a' });
  expect(definitionGlobs(files, ['include/foo.h'])).toEqual({ globs: ['lib/*.c', '!lib/again.c'], others: [] });
});
