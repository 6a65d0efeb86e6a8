// Writes snapshots/examples.txt: a report of each finding that no other expected output shows, as tests of whole commands
// provoke it. Runs these tests, which takes minutes, or reads what they printed from the files given (COLLECT_OUTPUTS).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findingExamples } from '../dist/report/finding-examples.js';

const TESTS = ['test/bad-input', 'test/commands', 'test/security', 'test/meaning', 'test/hand-edits', 'test/manifest'];

const snapshots = fileURLToPath(new URL('../snapshots', import.meta.url));
const target = join(snapshots, 'examples.txt');
const given = process.argv.slice(2);
const reports = (given.length > 0 ? given.map((path) => readFileSync(path, 'utf8')) : [outputsOfTests()])
  .flatMap((text) => text.trimEnd().split('\n'))
  .flatMap((line) => JSON.parse(line))
  .flatMap((text) => text.trimEnd().split('\n\n'))
  .map((report) => reportAlone(withoutTemporary(report)));
const shown = findingExamples(expectedOutputs());
const found = findingExamples(reports.filter(isLasting).toSorted());
const missing = [...found].filter(([code]) => !shown.has(code)).toSorted(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(target, `${missing.map(([, report]) => report).join('\n\n')}\n`);

/** What test/collect-outputs.ts collects while the tests run: a line of JSON for each command. */
function outputsOfTests() {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  try {
    const collected = join(folder, 'outputs');
    const asked = ['run', '-s', 'jest', '--', '--ci', '--silent', ...TESTS];
    spawnSync('npm', asked, { env: { ...process.env, COLLECT_OUTPUTS: collected }, stdio: 'inherit' });
    return readFileSync(collected, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A tree in a temporary directory is the user's project to a reader. */
function withoutTemporary(report) {
  return report.replace(/\/tmp\/header-split-test-\w+(?:\/home\/tree)?/g, '/home/ada/project');
}

/** Without the lines that sum up a run. */
function reportAlone(report) {
  const [first, ...rest] = report.split('\n').map((line) => line.trimEnd());
  const end = rest.findIndex((line) => !/^(?: |next: |\d+ \|)/.test(line));
  return [first, ...(end < 0 ? rest : rest.slice(0, end))].join('\n');
}

/** A report that another run gives as well: no id of a commit or process, nothing else than text. */
function isLasting(report) {
  const isOfRun = /\/tmp\/|\b(?=[a-f]*\d)[0-9a-f]{7,}\b|\bprocess \d/.test(report);
  return !isOfRun && !/[^\n -~]/.test(report) && report.split('\n').every((line) => line.length <= 200);
}

function expectedOutputs() {
  return readdirSync(snapshots, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt') && path !== 'examples.txt')
    .toSorted()
    .map((path) => readFileSync(join(snapshots, path), 'utf8'));
}
