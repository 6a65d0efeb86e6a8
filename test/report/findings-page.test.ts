import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { codes } from '../../src/diagnostics/codes.ts';
import { splitFindings } from '../../src/diagnostics/split-findings.ts';
import { formatFindingsPage } from '../../src/report/findings-page.ts';

/** After a change of the codes: npm run build && node scripts/findings-doc.mjs */
test('docs/findings.md lists every code as it is', () => {
  const shipped = readFileSync(join(import.meta.dirname, '../../docs/findings.md'), 'utf8');
  expect(shipped).toBe(formatFindingsPage(codes, splitFindings));
});
