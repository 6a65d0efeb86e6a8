// Whole processes, measured from outside: wall clock, CPU time with all children, and peak memory.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** How often the peak memory of a running process is asked for, in milliseconds. The kernel keeps the peak. */
const POLL = 2;

/**
 * Runs each command `rounds` times, in turns, so that what else the machine does meets them all alike.
 * `commands`: name -> { argv, cwd, prepare }; `prepare`, where there is one, is called before and not measured. Returns
 * name -> { wall, cpu }, medians in seconds.
 */
export function measureInTurns(commands, rounds) {
  const runs = new Map([...commands.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of commands) {
      command.prepare?.();
      runs.get(name).push(measureOnce(command));
    }
  }
  return new Map(
    [...runs].map(([name, all]) => [
      name,
      { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) },
    ]),
  );
}

/** Node cannot tell what one child used; bash can. */
export function measureOnce({ argv, cwd }) {
  const script = 'TIMEFORMAT="%R %U %S"; { time "$@" >/dev/null 2>&1; } 2>&1; exit 0';
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', ...argv], { cwd, encoding: 'utf8', env: neutral() });
  const [wall, user, system] = stdout.trim().split(' ').map(Number);
  return { wall, cpu: user + system };
}

/** How many git processes a command starts itself; those that git starts are its own affair. Counts in `folder`. */
export function gitProcesses({ argv: [program, ...args], cwd }, folder) {
  const [shim, log] = [join(folder, 'git'), join(folder, 'log')];
  const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  mkdirSync(folder, { recursive: true });
  writeFileSync(shim, `#!/bin/sh\necho >>'${log}'\nexec '${git}' "$@"\n`, { mode: 0o755 });
  writeFileSync(log, '');
  spawnSync(program, args, { cwd, stdio: 'ignore', env: { ...neutral(), PATH: `${folder}:${process.env.PATH}` } });
  return readFileSync(log, 'utf8').length;
}

/** The peak resident memory of one run, in MB, without its children; null where /proc does not tell. */
export async function peakMemory({ argv: [program, ...args], cwd }) {
  const child = spawn(program, args, { cwd, stdio: 'ignore', env: neutral() });
  let peak = null;
  const timer = setInterval(() => {
    peak = peakOf(child.pid) ?? peak;
  }, POLL);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  return peak;
}

function peakOf(pid) {
  try {
    const found = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) / 1024 : null;
  } catch {
    return null;
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Bash writes decimals as the locale has them. Certificates of the machine, which node reads before anything else, and
 * a developer's options would be most of the time of a short run.
 */
function neutral() {
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...rest } = process.env;
  return { ...rest, LC_ALL: 'C' };
}
