import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from '../processes.mjs';
import { putTwoCommits, verifyLast } from './one-commit.mjs';

const changes = JSON.parse(readFileSync(join(import.meta.dirname, 'object-changes.json'), 'utf8'));

/**
 * Headers of which one commit changes what the object holds (bytes, section, visibility, order of a table) or only what
 * does not count (lines, debugging, time): `verify` tells them apart, with gcc and with clang where there is one.
 */
export function objectChanges({ context, tally, scratch }) {
  const clang = ['clang', 'clang-14', 'clang-16', 'clang-19'].find(isInstalled);
  for (const compiler of ['gcc', ...(clang === undefined ? [] : [clang])]) {
    const pairs = changes.filter(({ gccOnly }) => compiler === 'gcc' || gccOnly !== true);
    const told = verdicts(pairs, join(scratch, `changes-${compiler}`), [compiler, '-O2'], context);
    const problems = pairs.flatMap(({ name, same = false }, at) => {
      const fits = same ? /^(?:identical|neutral)$/ : /^changed$/;
      return fits.test(told.get(`u${at}.c`)) ? [] : [`${name}: ${told.get(`u${at}.c`)}`];
    });
    tally.check(`changes of objects, ${compiler}`, `${pairs.length - problems.length} of ${pairs.length}`, problems);
  }
}

function verdicts(pairs, tree, words, context) {
  const files = (side) => Object.fromEntries(pairs.map((pair, at) => [`h${at}.h`, `${pair[side]}\n`]));
  const sources = Object.fromEntries(pairs.map((_, at) => [`u${at}.c`, `#include "h${at}.h"\n`]));
  const entries = pairs.map(({ flags = [] }, at) => {
    const file = `u${at}.c`;
    return { directory: tree, file, arguments: [...words, ...flags, '-c', file] };
  });
  const database = { 'compile_commands.json': JSON.stringify(entries) };
  putTwoCommits(tree, { before: { ...sources, ...database, ...files('before') }, after: files('after') });
  const [patch] = verifyLast(context, tree, '-p', '.').patches;
  return new Map(patch.units.map(({ file, verdict }) => [file, verdict]));
}
