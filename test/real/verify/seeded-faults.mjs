import { join } from 'node:path';
import process from 'node:process';
import { run } from '../processes.mjs';

/** Each fault that was put into a split is found in its place, and nothing in the splits without one. */
export function seededFaults({ tally }) {
  const root = join(import.meta.dirname, '../../..');
  const env = { ...process.env, ALL_FAULTS: '1', LC_ALL: 'C' };
  const jest = ['run', '-s', 'jest', '--', '--ci', '--json', 'test/commands/verify/faults'];
  const { stdout } = run('npm', jest, { cwd: root, env });
  const {
    testResults: [{ assertionResults } = { assertionResults: [] }],
  } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const failed = assertionResults.filter(({ status }) => status !== 'passed');
  const problems = assertionResults.length < 30 ? ['fewer than 30 tests ran'] : failed.map(({ title }) => title);
  tally.check('faults found', `${assertionResults.length - failed.length} of ${assertionResults.length}`, problems);
}
