// The built tool as a process.
import { spawn, spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/header-split.js', import.meta.url));

/** How the tool ends at the root of this clone. */
export function tryTool(...args) {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  return spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' });
}

export function runTool(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`header-split ${args.join(' ')} ends with ${status}: ${stderr}`);
  return { stdout, stderr };
}

/** Starts `review --serve` and waits for its address. */
export async function startServer(...args) {
  const child = spawn(process.execPath, [bin, 'review', '--serve', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  // A check that fails leaves no server.
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => resolve(String(text).trim()));
    child.on('exit', (code) => reject(new Error(`the server ends with ${code}: ${said}`)));
  });
  return { address, ended, kill: (signal) => child.kill(signal) };
}
