import { describe, expect, test } from '@jest/globals';
import { responseWords } from '../../src/verify/command/response-files.ts';
import { splitWords } from '../../src/verify/command/split-words.ts';

describe('a command of a compile database is words, never shell', () => {
  test.each([
    ["gcc -DA='a b' -c x.c", ['gcc', '-DA=a b', '-c', 'x.c']],
    ['gcc "-DV=\\"1.0\\"" x.c', ['gcc', '-DV="1.0"', 'x.c']],
    ['gcc -DV=\\"1.0\\" x\\ y.c', ['gcc', '-DV="1.0"', 'x y.c']],
    ["gcc '' \"\" a''b", ['gcc', '', '', 'ab']],
    ['gcc \\\n -c  x.c\t', ['gcc', '-c', 'x.c']],
    ["gcc '-Wl,-rpath,$ORIGIN' '-DX=`id`' x.c", ['gcc', '-Wl,-rpath,$ORIGIN', '-DX=`id`', 'x.c']],
    ['gcc -DP=a$ "-DQ=\\$HOME" x.c', ['gcc', '-DP=a$', '-DQ=$HOME', 'x.c']],
  ])('%s', (text, words) => {
    expect(splitWords(text)).toEqual({ kind: 'words', words });
  });

  test.each([
    ['gcc x.c; touch /tmp/pwned', 'an unquoted ;'],
    ['gcc x.c && rm -rf /', 'an unquoted &'],
    ['gcc x.c | sh', 'an unquoted |'],
    ['gcc x.c > /etc/passwd', 'an unquoted >'],
    ['gcc `id` x.c', 'an unquoted `id`'],
    ['gcc "`id`" x.c', 'an unquoted `id`'],
    ['gcc $(id) x.c', 'an unquoted $('],
    ['gcc "-I$HOME" x.c', 'an unquoted $H'],
    ["gcc 'x.c", "a ' without its end"],
    ['gcc "x.c', 'a " without its end'],
  ])('%s is refused', (text, reason) => {
    expect(splitWords(text)).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) });
  });
});

test('a response file is read by the rules of GNU', () => {
  expect(responseWords('-DA="a b" \'c d\'\n-I\\ x "" e\\"f')).toEqual(['-DA=a b', 'c d', '-I x', '', 'e"f']);
});
