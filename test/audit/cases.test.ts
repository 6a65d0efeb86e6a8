import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { auditCase, caseNames, readCase } from './audit-case.ts';

const snapshots = join(import.meta.dirname, '..', '..', 'snapshots', 'audit');

test.each(caseNames())('%s', (name) => {
  const said = auditCase(readCase(name));
  const file = join(snapshots, `${name}.txt`);
  if (process.env['BLESS'] === '1') {
    mkdirSync(snapshots, { recursive: true });
    writeFileSync(file, said, 'latin1');
  }
  expect(said).toBe(existsSync(file) ? readFileSync(file, 'latin1') : '');
});

test('every stored answer has its case', () => {
  expect(readdirSync(snapshots).filter((file) => !caseNames().includes(file.replace(/\.txt$/, '')))).toEqual([]);
});

test.each(caseNames())('%s does not depend on a file that nothing names', (name) => {
  const files = readCase(name);
  const added = {
    ...files,
    'src/aaa.c': 'static int unused(void) { return 1; }\nint aaa(void) { return unused(); }\n',
  };
  expect(auditCase(added)).toBe(auditCase(files));
});
