// Speed and memory of header-split on QEMU, whole processes measured in turns, each beside a peer or its floor.
// usage: npm run bench -- [QEMU-5.2-DIR] [QEMU-7.2-DIR] [qemu-asserts.json] [--linux LINUX-DIR]: every row
//        npm run bench -- --linux LINUX-DIR: the rows of Linux alone
//        npm run bench -- --audit QEMU-5.2-DIR [--linux LINUX-DIR]
//        npm run bench -- --growth [all | REGEX]
//        npm run bench -- --page REDIS-DIR: the review page and its keys, CPU and clock in milliseconds
//        npm run bench -- --verify TREE DIRECTORY-OF-ITS-COMPILE-DATABASE MANIFEST
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { auditLines } from './audit.mjs';
import { growthOfShapes } from './growth.mjs';
import { linuxBench } from './linux.mjs';
import { gitProcesses, measureInTurns, peakMemory } from './measure.mjs';
import { tellPage } from './page.mjs';
import { floorOf, phasesOf } from './phases.mjs';
import { qemuBench } from './qemu.mjs';
import { seriesLines } from './series.mjs';
import { hasSpatch } from './spatch.mjs';
import { printOne, printTable } from './table.mjs';
import { verifyLines } from './verify.mjs';

/** BENCH_ROUNDS is for trying the bench itself: medians of fewer than five say little. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

const given = process.argv.slice(2);
if (given[0] === '--growth') process.exit((await growthOfShapes(given[1])) > 0 ? 1 : 0);

const tool = [process.execPath, fileURLToPath(new URL('../bin/header-split.js', import.meta.url))];
if (given[0] === '--verify') {
  const [, tree, database, manifest] = given;
  const scratch = mkdtempSync(join(tmpdir(), 'header-split-bench-'));
  for (const line of verifyLines({ tree, database, manifest, folder: scratch, tool })) console.log(line);
  rmSync(scratch, { recursive: true });
  process.exit(0);
}
if (given[0] === '--page') {
  const scratch = mkdtempSync(join(tmpdir(), 'header-split-bench-'));
  await tellPage({ tree: resolve(given[1] ?? '.'), folder: scratch, tool, rounds: ROUNDS, tell: console.log });
  rmSync(scratch, { recursive: true });
  process.exit(0);
}
const isLinux = given[0] === '--linux';
const isAuditAlone = given[0] === '--audit';
if (isLinux || isAuditAlone) given.shift();
const linux = given.includes('--linux') ? given.splice(given.indexOf('--linux'), 2)[1] : undefined;
const [project = process.env.HEADER_SPLIT_QEMU, later, list] = given;
if (project === undefined || !existsSync(join(project, isLinux ? 'kernel/fork.c' : 'block/block-backend.c'))) {
  console.log('bench: give the folder of an unpacked QEMU 5.2 under git, as in `npm run bench -- ../qemu-5.2`,');
  console.log('or in HEADER_SPLIT_QEMU; of Linux after `--linux`.');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'header-split-bench-'));
try {
  const cwd = resolve(project);
  if (!isAuditAlone) process.exitCode = (await bench(cwd)) > 0 ? 1 : 0;
  if (!isLinux) for (const line of await auditLines({ qemu: cwd, folder, tool, linux })) console.log(line);
} finally {
  rmSync(folder, { recursive: true });
}

async function bench(cwd) {
  if (!isLinux && !hasSpatch()) console.log("Coccinelle's spatch is missing: its row and its accuracy are left out.");
  let missed = await measured((isLinux ? linuxBench : qemuBench)({ cwd, folder, tool }));
  if (linux !== undefined) missed += await measured(linuxBench({ cwd: resolve(linux), folder, tool }));
  console.log(`${missed === 0 ? 'All limits hold' : `${missed} limits are missed`}, medians of ${ROUNDS} runs.`);
  if (isLinux) return missed;
  for (const line of seriesLines({ folder, tool })) console.log(line);
  await tellAccuracy(cwd);
  return missed;
}

/** Prints what is measured, and returns how many limits are missed. */
async function measured({ commands, rows, memories, processes }) {
  const times = measureInTurns(commands, ROUNDS);
  const explained = new Map();
  const explain = (name) => {
    const command = commands.get(name);
    const told =
      explained.get(name) ?? (isOfNode(command) ? phasesOf(command, join(folder, 'phases')) : floorOf(command));
    explained.set(name, told);
    return told;
  };
  let missed = printTable(times, rows, explain);
  for (const { work, command, limit } of memories)
    missed += printOne(work, await peakMemory(command), limit, 'MB at the peak');
  for (const { work, command, limit } of processes) {
    command.prepare?.();
    missed += printOne(work, gitProcesses(command, join(folder, 'counting')), limit, 'git processes');
  }
  return missed;
}

/** A command of which node's profiler can tell something. */
function isOfNode({ argv }) {
  return argv[0] === process.execPath && argv[1] !== '-e';
}

async function tellAccuracy(before) {
  if (later === undefined || list === undefined) {
    console.log('Accuracy is left out: it needs QEMU 7.2 and the list of its assertions as second and third argument.');
    return;
  }
  const { accuracyLines } = await import('./accuracy.mjs');
  for (const line of await accuracyLines({ before, after: later, list })) console.log(line);
}
