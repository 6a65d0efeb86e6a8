import { expect, test } from '@jest/globals';
import { liftChanges } from '../../../src/regenerate/merge/lift-changes.ts';

const header = 'int a;\n\n/* b and c */\nint b;\nint c;\n\n#ifdef X\nint d;\n#endif\n\nint e;\n';
const part = '/* b and c */\nint b;\n\n#ifdef X\nint d;\n#endif\n\nint e;\n';

function lift(found: string, touching = { start: 0, end: 99 }): string | null {
  return liftChanges(header, [{ made: part, found, touching: [touching] }]);
}

test('a changed line is changed where it came from', () => {
  expect(lift(part.replace('int b;', 'long b;'))).toBe(header.replace('int b;', 'long b;'));
  expect(lift(part.replace('int e;\n', ''))).toBe(header.replace('int e;\n', ''));
});

test('new lines go where the line beside them is', () => {
  expect(lift(part.replace('int b;\n', 'int b;\nint new;\n'))).toBe(header.replace('int b;\n', 'int b;\nint new;\n'));
  expect(lift(part.replace('/* b', 'int new;\n\n/* b'))).toBe(header.replace('/* b', 'int new;\n\n/* b'));
  expect(lift(part.replace('#ifdef X\nint d;\n', '#ifdef X\nint d;\nint f;\n'))).toBe(
    header.replace('int d;\n', 'int d;\nint f;\n'),
  );
  const grouped = (text: string): string => text.replace('int e;\n', '#if Y\nint e;\n#endif\n');
  expect(lift(grouped(part))).toBe(grouped(header));
});

test('what does not touch the lines asked for stays out', () => {
  const found = part.replace('int b;', 'long b;').replace('int e;', 'long e;');
  expect(lift(found, { start: 1, end: 2 })).toBe(header.replace('int b;', 'long b;'));
});

test('lines that do not stand side by side in the header are not lifted', () => {
  expect(lift(part.replace('int b;\n\n#ifdef X\nint d;', 'int all;\n\n#ifdef X\nint d;'))).not.toBeNull();
  expect(lift(part.replace('int b;\n\n#ifdef X\nint d;', 'int all;'))).toBeNull();
});

test('of two changes of one line the first counts', () => {
  const one = { made: 'int a;\n', found: 'long a;\n', touching: [{ start: 0, end: 1 }] };
  expect(liftChanges(header, [one, { ...one, found: 'short a;\n' }])).toBe(header.replace('int a;', 'long a;'));
});
