import { expect, test } from '@jest/globals';
import { parseDatabase } from '../../src/verify/command/compile-database.ts';

const parse = (value: unknown) =>
  parseDatabase({ path: 'b/compile_commands.json', text: JSON.stringify(value, null, 1) });

test('both forms of a command are read', () => {
  const entry = { directory: '/b', file: 'a.c' };
  const { commands, findings } = parse([
    { ...entry, arguments: ['gcc', 'a b.c'] },
    { ...entry, command: "gcc 'a b.c'" },
  ]);
  expect(commands.map(({ words }) => words)).toEqual([
    ['gcc', 'a b.c'],
    ['gcc', 'a b.c'],
  ]);
  expect(findings).toEqual([]);
});

test('an entry that cannot be used is told where it stands, and leaves the others', () => {
  const { commands, findings } = parse([
    { directory: '/b', file: 'a.c', command: 'gcc a.c; id' },
    { directory: '/b', file: 'b.c', command: 'gcc b.c' },
    { directory: '/b' },
    null,
    { directory: '/b', file: 'c.c' },
    { directory: '/b', file: 'd.c', arguments: ['gcc', 1] },
  ]);
  expect(commands.map(({ file, place }) => [file, place.line])).toEqual([['b.c', 9]]);
  expect(findings.map(({ code, places: [{ place }] }) => [code, place.line])).toEqual([
    ['command-refused', 4],
    ['database-unusable', 0],
    ['database-unusable', 0],
    ['command-refused', 18],
    ['command-refused', 22],
  ]);
});

test.each(['', '{}', '[', 'null', '"x"'])('a database of %j is a finding', (text) => {
  const { commands, findings } = parseDatabase({ path: 'compile_commands.json', text });
  expect([commands.length, findings.map(({ code }) => code)]).toEqual([0, ['database-unusable']]);
});
