// Writes snapshots/examples.txt: a report of each finding that no other expected output shows, as tests of whole commands
// provoke it. Runs these tests, which takes minutes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findingExamples } from '../dist/report/finding-examples.js';

const TESTS = ['test/bad-input', 'test/commands', 'test/security', 'test/meaning', 'test/hand-edits'];

const snapshots = fileURLToPath(new URL('../snapshots', import.meta.url));
const target = join(snapshots, 'examples.txt');
const folder = mkdtempSync(join(tmpdir(), 'examples-'));
try {
  const collected = join(folder, 'outputs');
  const asked = ['run', '-s', 'jest', '--', '--ci', '--silent', ...TESTS, ...process.argv.slice(2)];
  spawnSync('npm', asked, { env: { ...process.env, COLLECT_OUTPUTS: collected }, stdio: 'inherit' });
  const reports = readFileSync(collected, 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => JSON.parse(line));
  const shown = findingExamples(expectedOutputs());
  const found = findingExamples(
    reports
      .flatMap((text) => text.split('\n\n'))
      .filter(isLasting)
      .toSorted(),
  );
  const missing = [...found].filter(([code]) => !shown.has(code)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(target, `${missing.map(([, report]) => report).join('\n\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A report that another run gives as well: no temporary directory, no id of a commit, nothing else than text. */
function isLasting(report) {
  return (
    !/header-split-test-|\/tmp\/|\b[0-9a-f]{7,}\b|[^\n -~]/.test(report) &&
    report.split('\n').every((line) => line.length <= 160)
  );
}

function expectedOutputs() {
  return readdirSync(snapshots, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt') && path !== 'examples.txt')
    .toSorted()
    .map((path) => readFileSync(join(snapshots, path), 'utf8'));
}
