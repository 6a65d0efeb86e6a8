import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { codes } from '../../src/diagnostics/codes.ts';
import { splitFindings } from '../../src/diagnostics/split-findings.ts';
import { findingExamples } from '../../src/report/finding-examples.ts';
import { formatFindingsPage } from '../../src/report/findings-page.ts';

/** After a change of the codes or of an expected output: npm run docs */
test('docs/findings.md lists every code as it is', () => {
  const shipped = readFileSync(join(import.meta.dirname, '../../docs/findings.md'), 'utf8');
  expect(shipped).toBe(formatFindingsPage(codes, splitFindings, findingExamples(expectedOutputs())));
});

test('an example is the shortest report of a code, and of equals the first', () => {
  const note = 'note: A [a-note]\n  x.h:1:1: so it is';
  const [long, short] = ['error: too long [b]\n --> x.h:1:1', 'error: short [b]\n --> y.h'];
  const outputs = [`${long}\n\n${note}\n\n2 findings\n`, `${short}\n\n${note.replace('x', 'z')}\n`];
  expect([...findingExamples(outputs)]).toEqual([
    ['b', short],
    ['a-note', note],
  ]);
});

/** After a change of a severity or of a code's name: npm run examples */
test('examples taken from tests of commands are of codes as they are, and no other output shows them', () => {
  const folder = join(import.meta.dirname, '../../snapshots');
  const taken = readFileSync(join(folder, 'examples.txt'), 'utf8').trimEnd().split('\n\n');
  const known = Object.entries(codes).map(([code, { severity }]) => `${severity} ${code}`);
  for (const report of taken) {
    const [, severity, code] = /^(\w+): .* \[([a-z-]+)\]$/m.exec(report) ?? [];
    expect(known).toContain(`${severity} ${code}`);
  }
});

function expectedOutputs(): readonly string[] {
  const folder = join(import.meta.dirname, '../../snapshots');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.txt'));
  return paths.toSorted().map((path) => readFileSync(join(folder, path), 'utf8'));
}
