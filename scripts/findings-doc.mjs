// Writes docs/findings.md, the page that lists every code a finding can have, with examples from the cases' outputs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codes } from '../dist/diagnostics/codes.js';
import { splitFindings } from '../dist/diagnostics/split-findings.js';
import { findingExamples } from '../dist/report/finding-examples.js';
import { formatFindingsPage } from '../dist/report/findings-page.js';

const snapshots = fileURLToPath(new URL('../snapshots', import.meta.url));
const outputs = readdirSync(snapshots, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.txt'))
  .toSorted()
  .map((path) => readFileSync(join(snapshots, path), 'utf8'));

const page = formatFindingsPage(codes, splitFindings, findingExamples(outputs));
writeFileSync(new URL('../docs/findings.md', import.meta.url), page);
