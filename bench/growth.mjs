// How the tool's time grows with each shape of input: `npm run bench -- --growth [REGEX]`, REGEX picks rows by `SHAPE, STEP`.
// Prints an exponent for each shape and step, from CPU time at two sizes, and exits with 1 when one is over the limit.
// Ratios of one process, so a busy machine changes little; what is over the limit is measured twice more before it counts.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { shapes } from './growth/shapes.mjs';

const LIMIT = 1.15;
const [SMALL, LARGE] = [1000, 16_000];
/** Seconds of CPU below which a difference is noise. */
const NOISE = 0.03;
/** Seconds of CPU after which a shape is given up: the steps that it has not come to are over the limit. */
const LONGEST = 60;
const STEPS = ['init', 'check', 'diff'];
/** Rows in the summary. */
const WORST = 20;
const runner = fileURLToPath(new URL('growth/run-shape.mjs', import.meta.url));

/** Measures the rows whose names match. Returns how many are over the limit. */
export function growthOfShapes(pattern) {
  const rows = [];
  const chosen = new RegExp(pattern);
  console.log(`${'shape, step'.padEnd(72)} ${`n = ${SMALL}`.padStart(10)} ${`n = ${LARGE}`.padStart(10)}  exponent`);
  for (const [shape, { commands = STEPS }] of shapes) {
    const wanted = commands.filter((step) => chosen.test(`${shape}, ${step}`));
    if (wanted.length === 0) continue;
    const first = measure(shape, wanted);
    for (const step of wanted) {
      const measured = [first.get(step)];
      while (measured.length < 3 && middle(measured).exponent > LIMIT && middle(measured).exponent < Infinity)
        measured.push(measure(shape, [step]).get(step));
      const row = { name: `${shape}, ${step}`, ...middle(measured) };
      console.log(lineOf(row));
      rows.push(row);
    }
  }
  const over = rows.filter(({ exponent }) => exponent > LIMIT).length;
  console.log(`\nThe worst of ${rows.length} rows:`);
  const sorted = rows.toSorted((a, b) => b.exponent - a.exponent);
  for (const row of sorted.slice(0, WORST)) console.log(lineOf(row));
  console.log(`${rows.length} rows, ${over} over the limit of ${LIMIT}: ${over === 0 ? 'holds' : 'MISSED'}`);
  return over;
}

/** Step -> { small, large, exponent }, the first two in seconds. */
function measure(shape, wanted) {
  const argv = [process.execPath, runner, shape, wanted.join(','), [1, SMALL, LARGE].join(',')];
  const limited = ['-c', `ulimit -t ${LONGEST * wanted.length}; exec "$@"`, 'sh', ...argv];
  const { signal, status, stdout, stderr } = spawnSync('sh', limited, { encoding: 'utf8' });
  const times = new Map();
  for (const line of stdout.split('\n').filter((one) => one !== '')) {
    const { step, size, seconds } = JSON.parse(line);
    times.set(`${step} ${size}`, seconds);
  }
  if (status !== 0 && signal === null) console.log(`${shape} ends with ${status}: ${stderr}`);
  return new Map(wanted.map((step) => [step, growthOf([1, SMALL, LARGE].map((size) => times.get(`${step} ${size}`)))]));
}

/** From the times at one, SMALL and LARGE; infinite where the last did not end. */
function growthOf([base, small, large]) {
  if (large === undefined) return { small: small ?? Infinity, large: Infinity, exponent: Infinity };
  const [above, below] = [Math.max(large - base, NOISE), Math.max(small - base, NOISE)];
  return { small, large, exponent: Math.log(above / below) / Math.log(LARGE / SMALL) };
}

function middle(rows) {
  const sorted = [...rows].sort((a, b) => a.exponent - b.exponent);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

function lineOf({ name, small, large, exponent }) {
  const figures = [small, large].map((time) => `${time.toFixed(3)} s`.padStart(10)).join(' ');
  return `${name.padEnd(72)} ${figures}  ${exponent.toFixed(2)}${exponent > LIMIT ? '  over the limit' : ''}`;
}
