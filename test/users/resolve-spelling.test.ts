import { expect, test } from '@jest/globals';
import { memoryTree } from '../../src/text/tree.ts';
import { spellingResolver } from '../../src/users/resolve-spelling.ts';

const files = ['include/block/block.h', 'roms/hfs/include/block.h', 'roms/hfs/low.c', 'block/io.c', 'block/own.h'];
const resolve = spellingResolver(memoryTree(Object.fromEntries(files.map((path) => [path, '']))), [
  'include',
  'include/block',
]);

test.each([
  ['block/io.c', 'block/block.h', ['include/block/block.h']],
  ['block/io.c', 'own.h', ['block/own.h']],
  ['roms/hfs/low.c', 'block.h', ['roms/hfs/include/block.h']],
  ['block/io.c', 'none.h', []],
])('%s includes "%s"', (from, path, expected) => {
  expect(resolve(from, { form: 'quote', path })).toEqual(expected);
});
