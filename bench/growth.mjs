// How the tool's time grows with each shape of input: `npm run bench -- --growth [REGEX]`, REGEX picks shapes by name.
// Prints an exponent for each shape and command, from CPU time at two sizes, and exits with 1 when one is over the limit.
// Ratios of one process, so a busy machine changes little; what is over the limit is measured twice more before it counts.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { shapes } from './growth/shapes.mjs';

const LIMIT = 1.15;
const [SMALL, LARGE] = [1000, 16_000];
/** Seconds of CPU below which a difference is noise. */
const NOISE = 0.03;
const COMMANDS = ['init', 'check', 'diff'];
const runner = fileURLToPath(new URL('growth/run-shape.mjs', import.meta.url));

/** Measures the shapes whose names match. Returns how many rows are over the limit. */
export function growthOfShapes(pattern) {
  const chosen = [...shapes].filter(([name]) => new RegExp(pattern).test(name));
  console.log(
    `${'shape, command'.padEnd(64)} ${`n = ${SMALL}`.padStart(10)} ${`n = ${LARGE}`.padStart(10)}  exponent (${LIMIT})`,
  );
  let over = 0;
  for (const [name, { commands = COMMANDS }] of chosen) {
    for (const command of commands.filter((one) => COMMANDS.includes(one))) {
      const row = [measure(name, command)];
      while (row.length < 3 && middle(row).exponent > LIMIT) row.push(measure(name, command), measure(name, command));
      const { small, large, exponent } = middle(row);
      const isOver = exponent > LIMIT;
      if (isOver) over += 1;
      const figures = `${seconds(small)} ${seconds(large)}  ${exponent.toFixed(2)}${isOver ? '  over the limit' : ''}`;
      console.log(`${`${name}, ${command}`.padEnd(64)} ${figures}`);
    }
  }
  console.log(`${chosen.length} shapes, ${over} rows over the limit`);
  return over;
}

function measure(name, command) {
  const sizes = [1, SMALL, LARGE].join(',');
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, name, command, sizes], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} on '${name}' ends with ${status}: ${stderr}`);
  const [base, small, large] = JSON.parse(stdout);
  const [above, below] = [Math.max(large - base, NOISE), Math.max(small - base, NOISE)];
  return { small, large, exponent: Math.log(above / below) / Math.log(LARGE / SMALL) };
}

function middle(rows) {
  const sorted = [...rows].sort((a, b) => a.exponent - b.exponent);
  return sorted[Math.floor(sorted.length / 2)];
}

function seconds(time) {
  return `${time.toFixed(3)} s`.padStart(10);
}
