import { expect, test } from '@jest/globals';
import { prefixInLog, prefixOf } from '../../src/series/subject-prefix.ts';

test.each<[string, string[], string | null]>([
  ['most commits have it', ['block: a', 'block: b', 'job: c', 'block: d'], 'block'],
  ['a path', ['drm/i915: a', 'drm/i915: b', 'drm/i915: c'], 'drm/i915'],
  ['too few', ['block: a', 'block: b'], null],
  ['no habit', ['block: a', 'block: b', 'block: c', ...'defghijklm'.split('').map((one) => `Fix ${one}`)], null],
  ['a sentence with a colon is no prefix', ['We do this: a', 'We do this: b', 'We do this: c'], null],
])('%s', (_, subjects, prefix) => {
  expect(prefixInLog(subjects)).toBe(prefix);
});

test('where the log does not say: the word that the names share, or the name', () => {
  const qemu = ['include/block/block.h', 'include/sysemu/block-backend.h', 'include/block/block_int.h'];
  expect(prefixOf('include/block/block_int.h', qemu)).toBe('block');
  expect(prefixOf('net.h', ['disk.h', 'net.h'])).toBe('net');
});
