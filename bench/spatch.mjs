// Coccinelle doing the same job, for comparison: an assertion after the declarations of each function.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function hasSpatch() {
  return spawnSync('spatch', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A semantic patch that puts `assert` before the first statement of each of the functions. */
export function semanticPatch(names, assert) {
  return [
    '@@',
    `identifier f = {${names.join(', ')}};`,
    'statement S1, S2;',
    '@@',
    ' f(...)',
    ' {',
    ' ... when != S1',
    `+${assert}`,
    ' S2',
    ' ... when any',
    ' }',
    '',
  ].join('\n');
}

/** The text (latin1) that Coccinelle makes of a file. */
export function patchedBySpatch(file, names, assert) {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-bench-'));
  try {
    const [rules, output] = [join(folder, 'assert.cocci'), join(folder, 'out.c')];
    writeFileSync(rules, semanticPatch(names, assert));
    spawnSync('spatch', ['--very-quiet', '--sp-file', rules, file, '-o', output], { stdio: 'ignore' });
    return readFileSync(output, 'latin1');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
