import { expect, test } from '@jest/globals';
import { inForm, subjectFormInLog, UNKNOWN_FORM } from '../../src/series/subject-form.ts';

const repeated = (...subjects: string[]): string[] => Array.from({ length: 4 }, () => subjects).flat();

test.each<[string, string[], string | null]>([
  ['most commits have it', ['block: a', 'block: b', 'job: c', 'block: d'], 'block'],
  ['a path', ['drm/i915: a', 'drm/i915: b', 'drm/i915: c'], 'drm/i915'],
  ['too few', ['block: a', 'block: b'], null],
  [
    'some have it, of many',
    ['block: a', 'block: b', 'block: c', ...'defghijklm'.split('').map((one) => `Fix ${one}`)],
    '',
  ],
  ['a sentence with a colon is no prefix', ['We do this: a', 'We do this: b', 'We do this: c'], null],
  ['none in a project', repeated('Add a flag', 'Fix a leak', 'Do not crash'), ''],
  [
    'several, none of them much used',
    repeated('feat(core): a', 'fix: b', 'x, y: c', 'fix(ui): d', 'a: e', 'f: f'),
    null,
  ],
])('prefix: %s', (_, subjects, prefix) => {
  expect(subjectFormInLog(subjects).prefix).toBe(prefix);
});

test('a file with few commits has the form of the project, but for the prefix of others', () => {
  const project = repeated('net: Fix a leak', 'mm: Add b', 'sched: Drop c');
  expect(subjectFormInLog(['Add it'], project)).toEqual({ prefix: null, isCapital: true, endsInStop: false });
  expect(subjectFormInLog([], repeated('Add a.', 'Fix b.', 'c: Drop d.', 'Do e.', 'Do f.'))).toEqual({
    ...{ prefix: '', isCapital: true, endsInStop: true },
  });
});

test('a subject in the form of the project', () => {
  const plain = 'net: split net.h into two headers';
  expect(inForm(plain, 'net', UNKNOWN_FORM)).toBe(plain);
  expect(inForm(plain, 'net', { ...UNKNOWN_FORM, isCapital: true })).toBe('net: Split net.h into two headers');
  expect(inForm(': split net.h', '', { ...UNKNOWN_FORM, endsInStop: true })).toBe('Split net.h.');
  expect(inForm("net: don't assert", 'net', { ...UNKNOWN_FORM, isCapital: true })).toBe("net: Don't assert");
});
