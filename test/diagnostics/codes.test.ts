import { expect, test } from '@jest/globals';
import { type CodeEntry, codes, codesBySubject } from '../../src/diagnostics/codes.ts';

const entries = Object.entries<CodeEntry>(codes);

test('no two subjects have the same code', () => {
  const counts = Object.values(codesBySubject).map((subject) => Object.keys(subject).length);
  expect(counts.reduce((sum, count) => sum + count)).toBe(entries.length);
});

test('no two codes have the same title', () => {
  const titles = entries.map(([, { title }]) => title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test('a title is a sentence without its full stop, a help one with it', () => {
  const titles = entries.filter(([, { title }]) => !/^([A-Z`]|git ).*[^.!:]$/.test(title));
  const helps = entries.filter(([, { help }]) => !/^([A-Z]).*\.$/.test(help));
  expect([...titles, ...helps]).toEqual([]);
});
