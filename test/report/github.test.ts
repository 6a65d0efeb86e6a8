import { expect, test } from '@jest/globals';
import { codes } from '../../src/diagnostics/codes.ts';
import { diagnostic, withNext } from '../../src/diagnostics/diagnostic.ts';
import { githubCommands } from '../../src/report/github.ts';
import { placeOfFile } from '../../src/text/place.ts';
import { codeOf, placeIn } from './sample-findings.ts';

test('no findings are no output', () => {
  expect(githubCommands([])).toBe('');
});

test('a finding is one line: place, title, message, other places, next step', () => {
  const at = placeIn('int ä, 𝒳, b;', 'b');
  const listed = { place: placeIn('blk: io\n', 'io', 'blk.yaml'), label: 'assigned here' };
  const finding = withNext(diagnostic('prototype-misplaced', 'b goes elsewhere', at, listed), 'Move it.');
  expect(githubCommands([finding])).toBe(
    '::error file=include/block.h,line=1,col=12,endColumn=13,' +
      'title=A function is declared in the file of another part [prototype-misplaced]' +
      '::b goes elsewhere%0Ablk.yaml:1:6: assigned here%0Anext: Move it.\n',
  );
});

test('what would end a property or the line is escaped, in the message only what would end the line', () => {
  const place = { ...placeOfFile('50%,a:b\r\n.h'), line: 3, column: 1, endColumn: 2, sourceLine: 'x' };
  const [command = ''] =
    githubCommands([withNext(diagnostic('prototype-misplaced', '100% of a:b, c\nmore\r\nstill', place), 'Go on.')])
      .split('::error ')[1]
      ?.split('\n') ?? [];
  expect(command).toMatch(/^file=50%25%2Ca%3Ab\\x0d\\x0a\.h,line=3,col=1,endColumn=2,title=/);
  expect(command).toMatch(/::100%25 of a:b, c%0Amore%0Astill%0Anext: Go on\.$/);
});

test('severities are the commands that GitHub knows, and a file as a whole has no line', () => {
  const findings = (['error', 'warning', 'note'] as const).map((severity) =>
    diagnostic(codeOf(severity), 'so it is', placeOfFile('a.c')),
  );
  const lines = githubCommands(findings).trimEnd().split('\n');
  expect(lines.map((line) => line.replace(/,title=.*/, ''))).toEqual([
    '::error file=a.c',
    '::warning file=a.c',
    '::notice file=a.c',
  ]);
});

test('no title needs more than escaping: none has a line break', () => {
  for (const { title } of Object.values(codes)) expect(title).not.toMatch(/[\r\n]/);
});
