// Writes docs/findings.md, the page that lists every code a finding can have.
import { writeFileSync } from 'node:fs';
import { codes } from '../dist/diagnostics/codes.js';
import { splitFindings } from '../dist/diagnostics/split-findings.js';
import { formatFindingsPage } from '../dist/report/findings-page.js';

writeFileSync(new URL('../docs/findings.md', import.meta.url), formatFindingsPage(codes, splitFindings));
