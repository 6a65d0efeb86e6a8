import { expect, test } from '@jest/globals';
import { stemsOf } from '../../../src/io/tree/word-stems.ts';

test('words with one beginning share a stem as long as they can', () => {
  expect(stemsOf(['block_open', 'block_close', 'block_read', 'path_open'], 16)).toEqual(['block_', 'path_open']);
});

test('two words with one beginning stand for themselves while there is room', () => {
  expect(stemsOf(['block_open', 'block_close', 'path_open'], 3)).toEqual(['block_open', 'block_close', 'path_open']);
  expect(stemsOf(['block_open', 'block_close', 'path_open'], 2)).toEqual(['block_', 'path_open']);
});

test('a short stem is divided while there is room', () => {
  expect(stemsOf(['qemu_in_main', 'qemu_align', 'blk_x'], 16)).toEqual(['blk_x', 'qemu_in_main', 'qemu_align']);
  expect(stemsOf(['qemu_in_main', 'qemu_align', 'blk_x'], 2)).toEqual(['qemu_', 'blk_x']);
});

test('a word that begins others stands for them', () => {
  expect(stemsOf(['bdrv', 'bdrv_open', 'bdrv_close'], 16)).toEqual(['bdrv']);
});

test('every word begins with a stem', () => {
  const words = Array.from({ length: 500 }, (_, at) => `w${at % 7}_${at}_x`);
  const stems = stemsOf(words, 16);
  expect(words.filter((word) => !stems.some((stem) => word.startsWith(stem)))).toEqual([]);
});
