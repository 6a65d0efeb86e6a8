import { describe, expect, test } from '@jest/globals';
import { coveringStrings } from '../../../src/io/tree/covering-strings.ts';

const WORDS = [
  'queue_work',
  'queue_work_on',
  'flush_work',
  'cancel_work',
  'drain_workqueue',
  'pool_set',
  'pool_get',
  'a.h',
];

describe('strings that cover words', () => {
  test('one that many words hold stands for all of them, where few files hold it', () =>
    expect(coveringStrings(WORDS, () => 0.01)).toEqual(['_work', 'pool_', 'a.h']));

  test('one that stands in most files is left for longer ones', () => {
    const strings = coveringStrings(WORDS, (string) => (string === '_work' ? 0.9 : 0.001));
    expect(strings).not.toContain('_work');
    expect(WORDS.filter((word) => !strings.some((string) => word.includes(string)))).toEqual([]);
  });

  test('one that was taken early is left out where a later one covers its words', () => {
    const share: Record<string, number> = { _work_queue: 0, _work: 0.02 };
    const words = ['f_work', 'g_work_queue', 'h_work_queue'];
    expect(coveringStrings(words, (string) => share[string] ?? 0.05)).toEqual(['_work']);
  });

  test('every word is covered, whatever it looks like', () => {
    const odd = ['x', '_', '__', 'a_b', '_a_', 'Camel', 'CamelCase', 'block-backend.h', 'a__b', 'trailing_'];
    const strings = coveringStrings(odd, (string) => (string.length % 3) / 3);
    expect(odd.filter((word) => !strings.some((string) => word.includes(string)))).toEqual([]);
  });

  test('no words, no strings', () => expect(coveringStrings([], () => 0)).toEqual([]));
});
