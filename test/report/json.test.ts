import { expect, test } from '@jest/globals';
import { codes } from '../../src/diagnostics/codes.ts';
import { diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { jsonReport } from '../../src/report/json.ts';
import { placeOfFile } from '../../src/text/place.ts';
import { codeOf, placeIn } from './sample-findings.ts';

const error = codeOf('error');

test('the document has its keys in the documented order, the command’s own last', () => {
  const second = { place: placeOfFile('b.h'), label: 'the other' };
  const findings = [diagnostic(error, 'größer \x1b', placeIn('int é; int a;', 'a'), second)];
  const report = jsonReport({ command: 'check', exitCode: 1, findings, extra: { files: ['a.h'] } });
  expect(JSON.parse(report)).toEqual({
    version: 1,
    command: 'check',
    exitCode: 1,
    findings: [
      {
        code: error,
        severity: 'error',
        message: 'größer \x1b',
        places: [
          { file: 'include/block.h', line: 1, column: 13, endColumn: 14 },
          { file: 'b.h', line: 0, column: 0, endColumn: 0, label: 'the other' },
        ],
        next: codes[error].help,
      },
    ],
    files: ['a.h'],
  });
  expect(Object.keys(JSON.parse(report))).toEqual(['version', 'command', 'exitCode', 'findings', 'files']);
  expect(report).toMatch(/^[\n -~]*$/);
  expect(report.endsWith('}\n')).toBe(true);
});

test('a command that replaces a key of the report is a bug', () => {
  expect(() => jsonReport({ command: 'diff', exitCode: 0, findings: [], extra: { version: 2 } })).toThrow('version');
});
