import { expect, test } from '@jest/globals';
import { mergeTexts } from '../../src/diff/merge-texts.ts';

const base = 'a\nb\nc\nd\ne\n';

test('one side alone', () => {
  expect(mergeTexts(base, base, 'a\nx\n')).toEqual({ kind: 'merged', text: 'a\nx\n' });
  expect(mergeTexts(base, 'a\nx\n', base)).toEqual({ kind: 'merged', text: 'a\nx\n' });
});

test('changes of neighbouring lines', () => {
  expect(mergeTexts(base, 'a\nc\nd\ne\n', 'a\nb\nd\ne\n')).toEqual({ kind: 'merged', text: 'a\nd\ne\n' });
  expect(mergeTexts(base, 'a\nB\nc\nd\ne\n', 'a\nb\nd\ne\n')).toEqual({ kind: 'merged', text: 'a\nB\nd\ne\n' });
});

test('the same change twice', () => {
  expect(mergeTexts(base, 'a\nX\nc\nd\ne\n', 'a\nX\nc\nd\nE\n')).toEqual({
    kind: 'merged',
    text: 'a\nX\nc\nd\nE\n',
  });
});

test('one line changed on both sides', () => {
  expect(mergeTexts(base, 'a\nb\nOURS\nd\ne\n', 'a\nb\nTHEIRS\nd\ne\n')).toEqual({
    kind: 'clash',
    clashes: [{ ours: { start: 2, end: 3 }, theirs: { start: 2, end: 3 } }],
  });
});

test('two insertions at one place', () => {
  expect(mergeTexts(base, 'a\nb\nours\nc\nd\ne\n', 'a\nb\ntheirs\nc\nd\ne\n').kind).toBe('clash');
});

test('an insertion before lines that go', () => {
  expect(mergeTexts(base, 'a\nb\nnew\nc\nd\ne\n', 'a\nb\nd\ne\n')).toEqual({
    kind: 'merged',
    text: 'a\nb\nnew\nd\ne\n',
  });
});
