import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from '../processes.mjs';

/** The units whose objects are compared: the block layer with its jobs, network block device and generated wrappers. */
const BLOCK_LAYER = String.raw`^(\.\./)?(block|nbd|job)`;

/** The closing line of a compilation, and unit -> first line of its errors; `wanted` picks units by their paths. */
export function unitsOf(compile, tree, wanted = null) {
  const { stdout } = run(compile, wanted === null ? [tree] : [tree, wanted]);
  const lines = stdout.trim().split('\n');
  const failed = lines.flatMap((line) => /^(\S+\.c): (.*)/.exec(line)?.slice(1) ?? []);
  const pairs = failed.flatMap((unit, at) => (at % 2 === 0 ? [[unit, failed[at + 1]]] : []));
  return { summary: lines.at(-1), failed: new Map(pairs) };
}

/** What does not compile, and did. */
export function newlyFailed(before, after) {
  return [...after.failed].filter(([unit]) => !before.failed.has(unit)).map(([unit, why]) => `${unit}: ${why}`);
}

/** The same, and whether as many units compile. */
export function compared(before, after) {
  const wrong = newlyFailed(before, after);
  if (after.summary !== before.summary) wrong.push(`${after.summary}, before ${before.summary}`);
  return wrong;
}

/** Unit of the block layer -> sum of its object. */
export function objectsOf(compile, tree, out) {
  const compiled = run(compile, [tree, '--objects', out, BLOCK_LAYER]);
  if (compiled.status !== 0) throw new Error(`the block layer does not compile\n${lastLines(compiled)}`);
  const lines = readFileSync(join(out, 'sums'), 'latin1').trim().split('\n');
  return new Map(lines.map((line) => line.split('  ').reverse()));
}
