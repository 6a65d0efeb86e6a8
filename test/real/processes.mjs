import { spawn, spawnSync } from 'node:child_process';
import process from 'node:process';

const LARGE = 256 * 1024 * 1024;

/** Runs a program to its end; output as latin1, so that bytes can be compared. Throws when it cannot be started. */
export function run(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'latin1', maxBuffer: LARGE, ...options });
  if (result.error) throw result.error;
  // The signal was for all of us, and what listens for it here would be called only when the check has ended.
  if (result.signal === 'SIGTERM' || result.signal === 'SIGINT') process.exit(130);
  return result;
}

/** Runs a program that has to succeed; its standard output. */
export function mustRun(program, args, options = {}) {
  const result = run(program, args, options);
  if (result.status !== 0)
    throw new Error(`${program} ${args.join(' ')}: exit ${result.status ?? result.signal}\n${lastLines(result)}`);
  return result.stdout;
}

/** Runs a program without blocking the event loop; the last of its output and its exit code. */
export function runSlowly(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'])
      child[name].setEncoding('latin1').on('data', (text) => (output[name] += text));
    child.on('error', reject).on('close', (status, signal) => resolve({ ...output, status, signal }));
  });
}

export function lastLines({ stdout, stderr }) {
  return `${stdout}${stderr}`.trim().split('\n').slice(-8).join('\n');
}

/** Whether a program can be started at all. */
export function isInstalled(program) {
  return !spawnSync(program, ['--version'], { stdio: 'ignore' }).error;
}

/** The command line under test. */
export function headerSplit({ bin }, args, options = {}) {
  return run(process.execPath, [bin, ...args], options);
}

/** The command line, on a job that has to succeed. */
export function mustHeaderSplit({ bin }, args, options = {}) {
  return mustRun(process.execPath, [bin, ...args], options);
}
