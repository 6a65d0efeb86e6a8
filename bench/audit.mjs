// What `audit` costs on QEMU 5.2 and on two folders of Linux. Limits are in seconds of CPU and in megabytes.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureOnce, peakMemory } from './measure.mjs';

const ROUNDS = 3;
const LIMITS = { cold: 4, warm: 1, more: 0.3, linux: 5, memory: 400 };

/** Runs in the tree itself, whose cache it removes before and after. */
export async function auditLines({ qemu, folder, tool, linux }) {
  const manifests = ['block', 'block-backend', 'block_int'].map((name) =>
    fileURLToPath(new URL(`../manifests/qemu/5.2/${name}.yaml`, import.meta.url)),
  );
  const audit = { argv: [...tool, 'audit', ...manifests], cwd: qemu };
  const why = { argv: [...audit.argv, '--why', 'bdrv_ref'], cwd: qemu };
  const forget = () => rmSync(join(qemu, '.git/header-split/facts-v1'), { force: true });
  execFileSync('git', ['-C', qemu, 'status'], { stdio: 'ignore' });
  const cold = least(() => {
    forget();
    return measureOnce(audit);
  });
  const warm = least(() => measureOnce(audit));
  const asked = least(() => measureOnce(why));
  const warmPeak = await peakMemory(audit);
  forget();
  const coldPeak = await peakMemory(audit);
  forget();
  const lines = [
    row('audit, cold', cold, LIMITS.cold),
    row('audit, warm', warm, LIMITS.warm),
    row('audit --why, more than that', asked - warm, LIMITS.more),
    `audit: ${megabytes(coldPeak)} MB cold, ${megabytes(warmPeak)} MB warm (at most ${LIMITS.memory})`,
  ];
  return linux === undefined
    ? lines
    : [...lines, row('audit, Linux kernel/ and include/', ofLinux(linux), LIMITS.linux)];

  /** Two folders of Linux as a tree of their own, without git. */
  function ofLinux(from) {
    const copy = join(folder, 'linux');
    for (const name of ['kernel', 'include']) {
      if (!existsSync(join(from, name))) throw new Error(`${from} has no folder ${name}`);
      mkdirSync(copy, { recursive: true });
      cpSync(join(from, name), join(copy, name), { recursive: true });
    }
    const manifest = join(folder, 'mutex.yaml');
    writeFileSync(manifest, LINUX_MANIFEST, 'latin1');
    const command = { argv: [...tool, 'audit', '-C', copy, manifest], cwd: folder };
    return least(() => measureOnce(command));
  }
}

const LINUX_MANIFEST = `version: 1
header: include/linux/mutex.h
shared: common
parts:
  common: {}
  sleeping: {}
  atomic: { may_call: [atomic, common] }
prototypes: { mutex_lock: sleeping, mutex_trylock: atomic, mutex_unlock: sleeping }
`;

function least(measure) {
  return Math.min(...Array.from({ length: ROUNDS }, () => measure().cpu));
}

function row(name, cpu, limit) {
  return `${name}: ${cpu.toFixed(3)} s CPU (at most ${limit}) ${cpu <= limit ? 'holds' : 'MISSED'}`;
}

function megabytes(value) {
  return value === null ? 'unknown' : value.toFixed(0);
}
