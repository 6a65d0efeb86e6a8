import { expect, test } from '@jest/globals';
import { nameOffsets } from '../../src/model/bodies/definition-heads.ts';
import { compileWords } from '../../src/text/word-search.ts';

test('a word that is too long for a regular expression is found, and one that only begins so is not', () => {
  const long = 'a'.repeat(70_000);
  const text = `int ${long}(void);\nint ${long}b(void);\nint a(void);`;
  expect(compileWords([long, 'b', 'a']).allIn(text)).toEqual([long, 'a']);
  expect(compileWords([`${long}c`]).allIn(text)).toEqual([]);
  expect(nameOffsets(text, new Set([long]))).toEqual([4]);
});
