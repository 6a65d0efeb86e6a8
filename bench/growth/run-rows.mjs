// A process that measures rows which `../growth.mjs` sends, one after another: code that V8 has made fast for one row
// serves the next, so that only the work on the tree is left to tell them apart.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { exponentOf, LIMIT } from './exponent.mjs';
import { shapes } from './shapes.mjs';
import { steps } from './steps.mjs';

const SIZES = [1000, 4000, 16_000];
/** Measurements of a row that is over the limit; of each size the shortest counts. */
const TRIES = 3;
/** Seconds in which V8 may have compiled rather than run the code: a row that is so short gets a fourth size. */
const SHORT = 0.3;
/** Of the first runs of a step in this process, which are for V8 to compile it. */
const [WARM, WARM_SIZE] = [2, 200];

const require = createRequire(import.meta.url);
const { loadBundle } = require('../../bin/load-bundle.js');
const { main } = loadBundle(fileURLToPath(new URL('../../dist/bin/main.cjs', import.meta.url))).exports;
const warmed = new Set();

process.on('message', async ({ shape, step, longest }) => {
  try {
    giveUpAfter(longest);
    if (!warmed.has(step)) for (let run = 0; run < WARM; run++) await timeOf('prototypes', step, WARM_SIZE);
    warmed.add(step);
    process.send(await measure(shape, step));
  } catch (error) {
    process.send({ failure: String(error.stack).split('\n', 2).join(' ') });
  }
});

async function measure(shape, step) {
  const { sizes: bounded } = shapes.get(shape);
  let sizes = bounded ?? SIZES;
  const floors = [await timeOf(shape, step, 1), await timeOf(shape, step, 1)];
  const floor = Math.min(...floors.map(({ seconds }) => seconds));
  let best;
  for (let tries = 0; tries < TRIES; tries++) {
    const runs = [];
    for (const size of sizes) runs.push({ size, ...(await timeOf(shape, step, size)) });
    best = runs.map((run, at) => (best?.[at] !== undefined && best[at].seconds < run.seconds ? best[at] : run));
    const isShort = bounded === undefined && best.length === SIZES.length && best.at(-1).seconds - floor < SHORT;
    if (isShort) sizes = [...sizes, 4 * sizes.at(-1)];
    else if (exponentOf(floor, best) <= LIMIT) break;
  }
  return { floor, runs: best, exponent: exponentOf(floor, best) };
}

/** Seconds of CPU that a step takes on a shape of a size; its exit code, and of a refusal the first finding's code. */
async function timeOf(shape, step, size) {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-growth-'));
  let said = '';
  const hear = (text) => {
    if (said.length < 4000) said += text.slice(0, 4000);
  };
  const world = {
    stdout: hear,
    stderr: hear,
    env: process.env,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    flush: async () => null,
    cwd: folder,
  };
  const tool = (argv) => main([...argv, '-C', '.'], world);
  try {
    const files = shapes.get(shape).tree(size);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text, 'latin1');
    }
    const { argv, prepare } = steps.get(step);
    await prepare?.(folder, tool);
    const manifests = Object.keys(files).filter((path) => path.endsWith('.yaml'));
    said = '';
    globalThis.gc?.();
    const before = secondsOfCpu();
    const exitCode = await tool(argv(manifests));
    const seconds = secondsOfCpu() - before;
    if (exitCode === 70) throw new Error('a bug of the tool');
    return {
      seconds,
      exitCode,
      code: exitCode === 2 ? (/^error: .*\[([\w-]+)\]$/m.exec(said)?.[1] ?? said.slice(0, 70)) : undefined,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of this process and, where the system says it, of its children that have ended. */
function secondsOfCpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + secondsOfChildren();
}

function secondsOfChildren() {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ').at(-1).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Ends this process when it has taken so many seconds of CPU from now on. A thread watches: a row leaves no turn to others. */
let marks;
function giveUpAfter(longest) {
  if (marks === undefined) {
    marks = new Float64Array(new SharedArrayBuffer(8));
    const watch = `
      const marks = require('node:worker_threads').workerData;
      setInterval(() => {
        const { user, system } = process.cpuUsage();
        if ((user + system) / 1e6 > marks[0]) process.kill(process.pid, 'SIGKILL');
      }, 500);`;
    new Worker(watch, { eval: true, workerData: marks }).unref();
  }
  const { user, system } = process.cpuUsage();
  marks[0] = (user + system) / 1e6 + longest;
}
