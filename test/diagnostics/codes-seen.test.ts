import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { codes } from '../../src/diagnostics/codes.ts';

const repository = join(import.meta.dirname, '../..');

// Codes that no expected output shows, each with the reason.
const unseen: Readonly<Record<string, string>> = {
  'grammar-missing': 'a part of the package would have to be taken away',
  'not-kept': 'it reports a bug of the tool: no input is known that provokes it',
  'users-law': 'it reports a bug of the tool: no input is known that provokes it',
  'write-unfinished': 'the system would have to fail between two renames; tests kill the process there instead',
};

test('each code is seen in some expected output, or stands on the list with a reason', () => {
  const expected = ['snapshots', 'test'].flatMap(textsBelow).join('\n');
  const missing = Object.keys(codes).filter((code) => !isSeen(code, expected));
  expect(missing.toSorted()).toEqual(Object.keys(unseen).toSorted());
});

/** A code of one word is a word of many texts: it counts in quotes, in brackets and as a key. */
function isSeen(code: string, expected: string): boolean {
  const spelling = code.includes('-') ? `(?<![\\w-])${code}(?![\\w-])` : `['"[]${code}['"\\]]|{ ${code}: \\d`;
  return new RegExp(spelling).test(expected);
}

/** What tests expect: files of `snapshots`, `want.json`, and tests that name a code. Not tests of made-up findings. */
function textsBelow(folder: string): readonly string[] {
  const paths = readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => /\.(txt|snap|json|ts)$/.test(path) && !/^(report|diagnostics|properties)\//.test(path))
    .map((path) => readFileSync(join(repository, folder, path), 'latin1'));
}
