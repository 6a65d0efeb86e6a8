import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { runSlowly } from '../processes.mjs';
import { symbolTexts } from './assembly.mjs';

/** What would differ between two runs on trees whose lines differ. */
const NEUTRAL = [
  ...['-g0', '-w', '-frandom-seed=0', '-Wno-builtin-macro-redefined'],
  ...['-D__LINE__=0', '-D__FILE__="unit"', '-D__DATE__="date"', '-D__TIME__="time"', '-D__TIMESTAMP__="time"'],
];

/**
 * What gcc says of each unit's syntax with the project's own flags, implicit declarations being errors:
 * file -> error (null when it compiles), the kinds of its warnings, and the files it read.
 */
export async function syntaxOf(units, scratch) {
  return compileAll(units, async (unit, at) => {
    const read = join(scratch, `unit-${at}.d`);
    // Warnings stay warnings, so that a project's -Werror does not hide errors behind them.
    const judging = ['-Wno-error', '-Werror=implicit', '-fsyntax-only', '-MD', '-MF', read];
    const result = await gcc(unit, judging);
    const dependencies = existsSync(read) ? dependenciesIn(readFileSync(read, 'latin1'), unit.directory) : [];
    rmSync(read, { force: true });
    return { error: errorOf(result), warnings: warningsIn(result.stderr), dependencies };
  });
}

/**
 * File -> sums of the unit's assembler code, with lines, file names and debug information left out; an error where there
 * is none. `inOrder` is of functions and variables as gcc puts them into the object, `each` of them in any order.
 */
export async function codeOf(units, scratch) {
  return compileAll(units, async (unit, at) => {
    const code = join(scratch, `unit-${at}.s`);
    const result = await gcc(unit, [...NEUTRAL, '-S', '-o', code]);
    if (result.status !== 0) return { error: errorOf(result) };
    const texts = symbolTexts(readFileSync(code, 'latin1'));
    rmSync(code);
    return { inOrder: sumOf(texts), each: sumOf(texts.toSorted()) };
  });
}

function sumOf(texts) {
  return createHash('sha256').update(texts.join('\0')).digest('hex');
}

async function compileAll(units, compile) {
  const results = [];
  const queue = units.map((unit, at) => ({ unit, at }));
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next.at] = await compile(next.unit, next.at);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return new Map(units.map(({ file }, at) => [file, results[at]]));
}

function gcc({ directory, argv, source }, more) {
  return runSlowly('gcc', [...argv, ...more, source], { cwd: directory, env: { ...process.env, LC_ALL: 'C' } });
}

function errorOf({ status, stderr }) {
  if (status === 0) return null;
  const line = stderr.split('\n').find((one) => /error:/.test(one));
  return line ?? `gcc exits with ${status}`;
}

/** Kind of warning -> how often, lines and wording left out. */
function warningsIn(stderr) {
  const kinds = {};
  for (const [, kind] of stderr.matchAll(/warning: .*\[(-W[\w+=-]+)\]$/gm)) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

/** The absolute paths in a rule for make. */
function dependenciesIn(rule, directory) {
  const words = rule.replaceAll('\\\n', ' ').split(/\s+/).slice(1);
  return words.filter((word) => word !== '').map((word) => resolve(directory, word));
}
