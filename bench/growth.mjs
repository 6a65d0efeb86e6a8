// How the tool's time grows with each shape of input: `npm run bench -- --growth [all | REGEX]`. Without a word the chosen
// rows, in some ten minutes; `all` rows take an hour; REGEX picks of all rows by `SHAPE, STEP`.
// Prints for each shape and step the seconds of CPU at three sizes and the exponent of what they are above the floor, the
// time of the same shape with size 1; ends with how many rows hold.
// CPU time of one process, so a busy machine changes little; what is over the limit is measured twice more before it counts.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chosenRows } from './growth/chosen-rows.mjs';
import { LIMIT } from './growth/exponent.mjs';
import { shapes } from './growth/shapes.mjs';

/** Seconds of CPU after which a row is given up, and is over the limit. */
const LONGEST = 60;
/**
 * `check` plans all that `diff`, `patch` and `apply` do, and says more; `init` reads the header another way. Shapes name
 * what goes another way with them: `diff` where the change is large, a split tree, history.
 */
const STEPS = ['init', 'check'];
/** Rows in the summary. */
const WORST = 20;
/** Rows that one process measures: then it goes, with whatever it has not given back of memory. */
const ROWS_OF_A_PROCESS = 60;
const WORKERS = Math.min(2, availableParallelism());
const runner = fileURLToPath(new URL('growth/run-rows.mjs', import.meta.url));

/** Measures the chosen rows, `all`, or those whose names match. Returns how many are over the limit. */
export async function growthOfShapes(word) {
  const rows = rowsOf(word);
  console.log(`${'shape, step'.padEnd(72)}     floor         seconds of CPU at three sizes  exponent  limit`);
  const todo = rows.values();
  await Promise.all(Array.from({ length: WORKERS }, () => work(todo, printer(rows))));
  const over = rows.filter(({ result }) => result.exponent > LIMIT);
  console.log(`\nThe ${Math.min(WORST, rows.length)} worst of ${rows.length} rows:`);
  for (const row of rows.toSorted((a, b) => b.result.exponent - a.result.exponent).slice(0, WORST))
    console.log(lineOf(row));
  const held = `${rows.length - over.length} of ${rows.length} rows grow by n^${LIMIT} at most`;
  console.log(`${held}: ${over.length === 0 ? 'holds' : `${over.length} MISSED`}`);
  return over.length;
}

function rowsOf(word) {
  if (word === undefined) return chosenRows;
  const all = [...shapes].flatMap(([shape, { commands = STEPS }]) => commands.map((step) => ({ shape, step })));
  const pattern = word === 'all' ? /^/ : new RegExp(word);
  return all.filter(({ shape, step }) => pattern.test(`${shape}, ${step}`));
}

/** Prints rows in their order, as soon as those before them are known. */
function printer(rows) {
  return () => {
    for (const row of rows) {
      if (row.result === undefined) return;
      if (!row.isPrinted) console.log(lineOf(row));
      row.isPrinted = true;
    }
  };
}

/** Measures rows, one after another, until none is left, in processes of its own. */
async function work(todo, onResult) {
  let child;
  let count = 0;
  for (const row of todo) {
    if (child === undefined || count % ROWS_OF_A_PROCESS === 0) {
      child?.disconnect();
      child = fork(runner, { execArgv: ['--expose-gc'] });
    }
    count += 1;
    row.result = await resultOf(child, row);
    if (row.result.runs === undefined) child = undefined;
    onResult();
  }
  child?.disconnect();
}

function resultOf(child, { shape, step }) {
  return new Promise((done) => {
    const ended = () => done({ exponent: Infinity, failure: `ended after ${LONGEST} s of CPU, or for want of memory` });
    child.once('exit', ended);
    child.once('message', (result) => {
      child.off('exit', ended);
      done(result.failure === undefined ? result : { exponent: Infinity, ...result });
      if (result.failure !== undefined) child.kill();
    });
    child.send({ shape, step, longest: LONGEST });
  });
}

function lineOf({ shape, step, result: { floor, runs, exponent, failure } }) {
  const name = `${shape}, ${step}`.padEnd(72);
  if (failure !== undefined) return `${name}  over the limit of ${LIMIT}: ${failure}`;
  const figures = runs.map(({ seconds }) => `${seconds.toFixed(3)} s`.padStart(10)).join(' ');
  const verdict = exponent > LIMIT ? '  over the limit' : '';
  return `${name} ${floor.toFixed(3)} s ${figures}  ${exponent.toFixed(2).padStart(8)}   ${LIMIT}${verdict}${refusalOf(runs)}`;
}

/** What was timed is a refusal, at the largest size or at all. */
function refusalOf(runs) {
  const refused = runs.filter(({ exitCode }) => exitCode === 2);
  if (refused.length === 0) return '';
  const from = refused.length === runs.length ? '' : ` from ${refused[0].size} on`;
  return `  refused${from}: ${refused.at(-1).code}`;
}
