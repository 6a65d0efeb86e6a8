import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { mustHeaderSplit, mustRun, runSlowly } from './processes.mjs';
import { newRandom } from './random.mjs';
import { reset } from './scratch.mjs';

const KILLS = 100;
const SEED = 20220304;
/** Stands while a write is under way. */
const JOURNAL = '.git/header-split-journal.json';
/** Two trees at once; each kill stands alone. */
const WORKERS = 2;
/** What of QEMU the three manifests touch, so that one run is short. */
const SUBSET = [
  'block',
  'block.c',
  'blockdev.c',
  'softmmu/qdev-monitor.c',
  'include/block',
  'include/sysemu/block-backend.h',
];

/**
 * Runs a command that writes, `apply` or `regenerate`, and kills it by SIGKILL at random moments, half of them while it
 * writes: once the next run has spoken the tree is wholly as before or wholly as after. The next run is, three times of
 * four, one that only recovers, because its manifest does not exist, else the command again.
 *
 * `commitTree` gets each tree, a part of QEMU as a repository, and commits what the command shall find; `prepare` makes
 * what is not committed, before each run. `manifests` tells for a tree what the command is given.
 */
export async function killsOf(command, { context, tally, scratch, manifests, commitTree, prepare }) {
  const trees = Array.from({ length: WORKERS }, (_, at) => subset(context.before, join(scratch, `${command}-${at}`)));
  for (const tree of trees) {
    commitTree(tree);
    prepare(tree);
  }
  const [sample] = trees;
  const before = contentOf(sample);
  const start = Date.now();
  mustHeaderSplit(context, [command, '-C', sample, ...manifests(sample)]);
  const duration = Date.now() - start;
  const after = contentOf(sample);
  reset(sample);
  prepare(sample);
  const random = newRandom(SEED);
  const moments = Array.from({ length: KILLS }, (_, at) => ({
    at,
    writing: random.fraction() < 0.5,
    fraction: random.fraction(),
  }));
  const results = [];
  const perTree = trees.map(async (tree) => {
    const run = { context, command, tree, paths: manifests(tree), duration, before, after, prepare };
    for (let moment = moments.shift(); moment; moment = moments.shift()) results.push(await killOnce(run, moment));
  });
  await Promise.all(perTree);
  const count = (field, value) => results.filter((one) => one[field] === value).length;
  tally.check(
    `kill -9 of ${command}`,
    `${results.length} kills, seed ${SEED}: found before ${count('found', 'before')}, between ${count('found', 'between')}, after ${count('found', 'after')}; ` +
      `then before ${count('then', 'before')}, after ${count('then', 'after')}`,
    results.filter(({ problem }) => problem !== null).map(({ moment, problem }) => `kill ${moment.at}: ${problem}`),
  );
}

async function killOnce(run, moment) {
  const { context, command, tree, paths, before, after, prepare } = run;
  const state = () => ({ [before]: 'before', [after]: 'after' })[contentOf(tree)] ?? 'between';
  await killDuring(run, moment);
  const found = state();
  const onlyRecovers = moment.at % 4 !== 0;
  const next = onlyRecovers ? [join(tree, 'there-is-no-such.yaml')] : paths;
  const spoken = await runSlowly(process.execPath, [context.bin, command, '-C', tree, ...next]);
  const then = state();
  const problem = problemOf({ onlyRecovers, spoken, then, leftover: leftovers(tree) });
  reset(tree);
  prepare(tree);
  if (problem !== null) mustRun('rm', ['-f', join(tree, JOURNAL)]);
  return { moment, found, then, problem };
}

function problemOf({ onlyRecovers, spoken, then, leftover }) {
  if (spoken.status !== (onlyRecovers ? 2 : 0))
    return `the next run ended with ${spoken.status}: ${spoken.stderr.slice(0, 300)}`;
  if (then === 'between' || (!onlyRecovers && then !== 'after')) return `the tree is ${then}`;
  return leftover.length > 0 ? `left over: ${leftover.join(', ')}` : null;
}

/** At a share of the run's usual length; when writing, at a share of a short while after the journal appears. */
async function killDuring({ context, command, tree, paths, duration }, { writing, fraction }) {
  const child = spawn(process.execPath, [context.bin, command, '-C', tree, ...paths], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  if (writing) {
    while (!isOver() && !existsSync(join(tree, JOURNAL))) await wait(1);
    await wait(fraction * 40);
  } else await Promise.race([wait(fraction * duration * 1.1), ended]);
  child.kill('SIGKILL');
  await ended;
}

function subset(tree, to) {
  mkdirSync(to);
  mustRun('sh', [
    '-c',
    'to=$1; tree=$0; shift; git -C "$tree" archive HEAD "$@" | tar -x -C "$to"',
    tree,
    to,
    ...SUBSET,
  ]);
  mustRun('git', ['-C', to, 'init', '-q']);
  commitAll(to, 'A part of QEMU');
  return to;
}

/** Commits everything in a tree, also what its .gitignore would leave out. */
export function commitAll(tree, message) {
  const git = (...args) =>
    mustRun('git', ['-C', tree, '-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args]);
  git('add', '-A', '-f');
  git('commit', '-q', '-m', message);
}

/** One name for the names and bytes of all files outside .git. */
function contentOf(tree) {
  const sum = createHash('sha256');
  for (const path of filesOf(tree))
    sum
      .update(`${path}\0`)
      .update(readFileSync(join(tree, path)))
      .update('\0');
  return sum.digest('hex');
}

function filesOf(tree) {
  return readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(tree.length + 1))
    .filter((path) => !path.startsWith('.git/'))
    .sort();
}

/** What of a journal a finished recovery should have removed. */
function leftovers(tree) {
  return readdirSync(join(tree, '.git')).filter((name) => name.includes('header-split'));
}
