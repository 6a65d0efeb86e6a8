import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileWordScan } from '../../src/text/word-scan.ts';
import { compileWords } from '../../src/text/word-search.ts';

/** Few characters, so that words meet, and every kind: word bytes, anchors, a byte that is none of ASCII. */
const character = fc.constantFrom('a', 'b', '_', '$', '1', '.', '-', ' ', '\n', '\xe9');
const word = fc.string({ unit: character, minLength: 0, maxLength: 4 });

function scanned(words: readonly string[], text: string): readonly string[] {
  const bytes = Buffer.alloc(text.length + 9, 'a');
  bytes.write(text, 'latin1');
  return compileWordScan(words)
    .in(bytes, text.length)
    .flatMap((at) => words[at] ?? []);
}

test('finds what the regular expressions find, in bytes whose end has been something else', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 6 }),
      fc.string({ unit: character, maxLength: 40 }),
      (words, text) => {
        expect(scanned(words, text)).toEqual(compileWords(words).allIn(text));
      },
    ),
    { numRuns: 3000, seed: 20261127 },
  );
});

test('finds the same where all identifiers are long, and most bytes are leapt over', () => {
  const piece = fc.constantFrom('abcd', 'abc', 'ab', 'bcd', '_x', '$', '1', '.h', '.', '-', ' ', '\n', '\xe9');
  const long = fc
    .tuple(fc.constantFrom('abcd', 'bcda', 'dcba'), fc.string({ unit: piece, maxLength: 3 }))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(
      fc.uniqueArray(long, { maxLength: 6 }),
      fc.string({ unit: fc.oneof(piece, long), maxLength: 12 }),
      (words, text) => {
        expect(scanned(words, text)).toEqual(compileWords(words).allIn(text));
      },
    ),
    { numRuns: 1500, seed: 20261128 },
  );
});

test('identifiers whose hashes share a slot are told apart', () => {
  const words = Array.from({ length: 200_000 }, (_, at) => `n${at}`);
  expect(scanned(words, 'n7 n199999 n200000 xn8')).toEqual(['n7', 'n199999']);
});

test('a path stands in a longer one', () => {
  expect(scanned(['block.h', 'block-backend.h', 'k.h'], '#include "sysemu/block-backend.h"')).toEqual([
    'block-backend.h',
  ]);
  expect(scanned(['block.h', 'k.h'], 'my/subblock.hpp')).toEqual(['block.h', 'k.h']);
});
