import { expect, test } from '@jest/globals';
import { joinNames, wrapLine, wrapText } from '../../src/series/wrap-text.ts';

const LONG = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';

test('a paragraph with a line that is too long is wrapped as a whole', () => {
  expect(wrapText(`short\n${LONG}`)).toBe(
    'short one two three four five six seven eight nine ten eleven twelve\nthirteen fourteen\n',
  );
});

test.each([
  ['lines that fit', 'a\nb\n\nc'],
  ['a table', `text:\n\n  ${LONG}\n  a   b\n\nmore`],
  ['a quotation', `> ${LONG}`],
  ['a word that is too long', 'x'.repeat(100)],
  ['a line of 72 columns', `${'é'.repeat(36)} ${'x'.repeat(35)}`],
])('what keeps its lines: %s', (_name, text) => {
  expect(wrapText(text)).toBe(`${text}\n`);
});

test('an item of a list hangs', () => {
  expect(wrapText(`- a\n- ${LONG}\n  more\n1. ${LONG}\nend`)).toBe(
    '- a\n' +
      '- one two three four five six seven eight nine ten eleven twelve\n' +
      '  thirteen fourteen more\n' +
      '1. one two three four five six seven eight nine ten eleven twelve\n' +
      '   thirteen fourteen\n' +
      'end\n',
  );
});

test('blank lines: none at the ends, one between paragraphs', () => {
  expect(wrapText('\n\na \n\n\n\nb\n\n')).toBe('a\n\nb\n');
  expect(wrapText(' \n')).toBe('');
});

test('indentation of the first line and of the rest', () => {
  expect(wrapLine(LONG, '- ', '    ')).toEqual([
    '- one two three four five six seven eight nine ten eleven twelve',
    '    thirteen fourteen',
  ]);
  expect(wrapLine('')).toEqual([]);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j', (names, joined) => {
  expect(joinNames(names)).toBe(joined);
});
