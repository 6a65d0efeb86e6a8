import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { isInstalled, mustRun, runSlowly } from '../processes.mjs';

const UNITS = 40;

/**
 * The same verdict with a real ccache, cold and warm, and with two distccd on the loopback address of which one is killed
 * while units are compiled.
 */
export async function launchers({ context, tally, scratch }) {
  const tree = project(join(scratch, 'launched'));
  const plain = await verify(context, tree, [], {});
  tally.check('verify without a launcher', plain.figures, plain.problems);
  if (!isInstalled('ccache')) tally.skip('verify with ccache', 'ccache is not installed');
  else {
    const env = { CCACHE_DIR: join(scratch, 'ccache') };
    const cold = await verify(context, tree, ['--launcher', 'ccache'], env);
    const warm = await verify(context, tree, ['--launcher', 'ccache'], env);
    const stats = mustRun('ccache', ['--print-stats'], { env: { ...process.env, ...env } });
    const hits = [...stats.matchAll(/^(?:direct|preprocessed)_cache_hit\t(\d+)/gm)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    );
    const problems = [...differs(plain, cold), ...differs(plain, warm), ...(hits < UNITS ? [`only ${hits} hits`] : [])];
    tally.check('verify with ccache, cold and warm', `${warm.figures}, ${hits} hits`, problems);
  }
  if (!isInstalled('distccd')) return tally.skip('verify with distcc', 'distccd is not installed');
  const ports = [await freePort(), await freePort()];
  const daemons = ports.map((port) => daemon(port, scratch));
  try {
    // distcc leaves a host alone for a minute that did not answer once.
    for (const port of ports) await answers(port);
    mkdirSync(join(scratch, 'distcc'));
    const hosts = ports.map((port) => `127.0.0.1:${port}`).join(' ');
    const env = { DISTCC_HOSTS: hosts, DISTCC_DIR: join(scratch, 'distcc'), DISTCC_IO_TIMEOUT: '20' };
    const both = await verify(context, tree, ['--launcher', 'distcc', '-j', '4'], env);
    const killed = await verify(context, tree, ['--launcher', 'distcc', '-j', '4'], env, () =>
      process.kill(-daemons[0].pid, 'SIGKILL'),
    );
    const served = ports.map((port) => compiledBy(port, scratch));
    const idle = served.every((count) => count > 0) ? [] : ['a daemon compiled nothing'];
    tally.check('verify with two distccd', `${both.figures}, ${served.join(' and ')} by the daemons`, [
      ...differs(plain, both),
      ...idle,
    ]);
    tally.check('verify with two distccd, one killed', killed.figures, differs(plain, killed));
  } finally {
    for (const { pid } of daemons) end(pid);
  }
}

function project(tree) {
  mkdirSync(tree);
  const body = Array.from({ length: 200 }, (_, at) => `int g${at}(int x) { return x * ${at} + SIZE; }`).join('\n');
  for (let at = 0; at < UNITS; at++)
    writeFileSync(join(tree, `u${at}.c`), `#include "a.h"\n${body.replaceAll('g', `u${at}_`)}\n`);
  const entries = Array.from({ length: UNITS }, (_, at) => ({
    directory: tree,
    file: `u${at}.c`,
    command: `gcc -O2 -c u${at}.c`,
  }));
  writeFileSync(join(tree, 'compile_commands.json'), JSON.stringify(entries));
  writeFileSync(join(tree, 'a.h'), '#ifndef A_H\n#define A_H\n#define SIZE 4\nint f(void);\n#endif\n');
  const git = (...args) =>
    mustRun('git', ['-C', tree, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args]);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'before');
  writeFileSync(join(tree, 'a.h'), '#ifndef A_H\n#define A_H\n#include "a-io.h"\n#define SIZE 4\n#endif\n');
  writeFileSync(join(tree, 'a-io.h'), '#ifndef A_IO_H\n#define A_IO_H\nint f(void);\n#endif\n');
  git('add', '-A');
  git('commit', '-qm', 'split');
  return tree;
}

let runs = 0;

async function verify({ bin }, tree, options, env, meanwhile = null) {
  const state = join(tree, '.git', `state-${runs++}`);
  const args = [bin, 'verify', '--range', 'HEAD~1..HEAD', '--state', state, '--format', 'json', ...options];
  const running = runSlowly(process.execPath, args, { cwd: tree, env: { ...process.env, ...env } });
  if (meanwhile !== null) setTimeout(meanwhile, 1500);
  const { stdout, stderr, status } = await running;
  if (status !== 0) return { units: null, figures: `exit ${status}`, problems: [stderr || stdout] };
  const { patches, compiled } = JSON.parse(stdout);
  const units = JSON.stringify(patches.map((patch) => patch.units));
  const problems = patches[0].units.length === UNITS ? [] : [`${patches[0].units.length} units`];
  return { units, figures: `${patches[0].units.length} units, ${compiled} compiled`, problems };
}

function differs(plain, other) {
  return [...other.problems, ...(other.units === plain.units ? [] : ['another verdict'])];
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function daemon(port, scratch) {
  const args = ['--no-detach', '--daemon', '--listen', '127.0.0.1', '--port', String(port), '--allow', '127.0.0.1'];
  const more = ['--log-stderr', '--log-level', 'info', '--enable-tcp-insecure', '--jobs', '2', '--user', 'nobody'];
  const log = openSync(join(scratch, `distccd-${port}.log`), 'w');
  const child = spawn('distccd', [...args, ...more], { cwd: '/', detached: true, stdio: ['ignore', 'ignore', log] });
  child.on('error', () => {});
  return child;
}

async function answers(port) {
  for (let tries = 0; tries < 100; tries++) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (isOpen) return;
    await setTimeoutPromise(100);
  }
}

function compiledBy(port, scratch) {
  const log = readFileSync(join(scratch, `distccd-${port}.log`), 'latin1');
  return log.match(/COMPILE_OK/g)?.length ?? 0;
}

function end(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It was killed already.
  }
}
