import { expect, test } from '@jest/globals';
import { prefixOf } from '../../src/series/subject-prefix.ts';

test('where the log does not say: the word that the names share, or the name', () => {
  const qemu = ['include/block/block.h', 'include/sysemu/block-backend.h', 'include/block/block_int.h'];
  expect(prefixOf('include/block/block_int.h', qemu)).toBe('block');
  expect(prefixOf('net.h', ['disk.h', 'net.h'])).toBe('net');
});
