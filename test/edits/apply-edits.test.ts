import { expect, test } from '@jest/globals';
import { span } from '../../src/text/span.ts';
import { applyEdits } from '../../src/text/text-edit.ts';

const edit = (start: number, end: number, insert: string) => ({ span: span(start, end), insert });

test('edits are in original offsets and in any order', () => {
  expect(applyEdits('abcdef', [edit(4, 5, ''), edit(0, 1, 'XY'), edit(6, 6, '!')])).toBe('XYbcdf!');
});

test('insertions at one place keep their order and stand before a replacement there', () => {
  expect(applyEdits('ab', [edit(1, 2, 'C'), edit(1, 1, '1'), edit(1, 1, '2')])).toBe('a12C');
});

test.each([
  ['overlapping', [edit(0, 2, ''), edit(1, 3, '')]],
  ['one inside another', [edit(0, 3, ''), edit(1, 1, 'x')]],
  ['backwards', [edit(2, 1, '')]],
  ['past the end', [edit(3, 4, '')]],
])('throws on edits that are %s', (_, edits) => {
  expect(() => applyEdits('abc', edits)).toThrow('edits overlap or leave the text');
});
