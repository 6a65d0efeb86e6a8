import { describe, expect, test } from '@jest/globals';
import { proposeConsumerChanges } from '../../../src/series/consumers/propose-changes.ts';
import { memoryTree } from '../../../src/text/tree.ts';
import { proposedFor, proposedText, split } from './proposed-for.ts';

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

test('lines for the part files stand below the one for the header, in its form', () => {
  const text = lines('Foo', 'M: A <a@b.c>', 'F: zoo.c', 'F: include/foo.h', 'F: bar.c', 'T: git x');
  expect(proposedText('MAINTAINERS', text)).toBe(
    lines(
      'Foo',
      'M: A <a@b.c>',
      'F: zoo.c',
      'F: include/foo.h',
      'F: include/foo-common.h',
      'F: include/foo-io.h',
      'F: bar.c',
      'T: git x',
    ),
  );
});

test('a pattern has more characters than a call takes arguments', () => {
  const long = '?'.repeat(300_000);
  const text = lines('A', 'F: include/foo.h', `F: ${long}`, `X: ${long}`, `N: q${'a?'.repeat(150_000)}`);
  expect(proposedText('MAINTAINERS', text)).toContain('F: include/foo-io.h\n');
});

test('they go where they sort, in a file that is sorted', () => {
  const text = lines('FOO', 'S:\tMaintained', 'F:\tdrivers/foo/', 'F:\tinclude/foo.h', 'F:\tinclude/foo/');
  expect(proposedText('MAINTAINERS', text)).toBe(
    lines(
      'FOO',
      'S:\tMaintained',
      'F:\tdrivers/foo/',
      'F:\tinclude/foo-common.h',
      'F:\tinclude/foo-io.h',
      'F:\tinclude/foo.h',
      'F:\tinclude/foo/',
    ),
  );
});

test('each entry is on its own, and one that has a part file gets the others', () => {
  const text = lines('A', 'F: include/foo.h', '', 'B', 'F: include/foo.h', 'F: include/foo-io.h');
  expect(proposedText('MAINTAINERS', text)).toBe(
    lines(
      'A',
      'F: include/foo.h',
      'F: include/foo-common.h',
      'F: include/foo-io.h',
      '',
      'B',
      'F: include/foo.h',
      'F: include/foo-common.h',
      'F: include/foo-io.h',
    ),
  );
});

test('a file without final newline keeps being one', () => {
  expect(proposedText('MAINTAINERS', 'A\nF: include/foo.h')).toBe(
    'A\nF: include/foo.h\nF: include/foo-common.h\nF: include/foo-io.h',
  );
});

describe('nothing is proposed', () => {
  test.each([
    ['a folder', 'F: include/'],
    ['a folder without slash', 'F: include'],
    ['a wildcard', 'F: include/foo*'],
    ['a wildcard in a folder', 'F: */foo*.h'],
    ['a deep wildcard', 'F: include/foo.h\nF: in**'],
    ['a beginning', 'F: include/foo'],
    ['a regular expression', 'F: include/foo.h\nN: foo-'],
    ['part files that are left out', 'F: include/foo.h\nX: include/foo-*'],
    ['the header left out', 'F: include/foo.?\nX: include/foo.h'],
  ])('%s covers the part files or is no matter of theirs', (_, entry) => {
    expect(proposedFor('MAINTAINERS', `A\n${entry}\n`)?.change ?? null).toBeNull();
  });
});

test.each([
  ['include/foo.?', 'another name'],
  ['*/foo.h', 'a folder by wildcard'],
])('the pattern %s covers the header only', (pattern) => {
  expect(proposedText('MAINTAINERS', `A\nF: ${pattern}\nT: x\n`)).toBe(
    `A\nF: ${pattern}\nF: include/foo-common.h\nF: include/foo-io.h\nT: x\n`,
  );
});

test('MAINTAINERS is looked at when it does not name the header, and told only when it lacks something', () => {
  const propose = (pattern: string) =>
    proposeConsumerChanges(memoryTree({ 'include/foo.h': '', MAINTAINERS: `A\nF: ${pattern}\n` }), {
      ...split,
      others: [],
    });
  expect(propose('include/*o.h')).toMatchObject([{ file: 'MAINTAINERS', kind: 'maintainers', lines: [{ line: 2 }] }]);
  expect(propose('include/*.h')).toEqual([]);
});
