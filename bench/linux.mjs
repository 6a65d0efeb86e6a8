// What is measured on Linux, and against what.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Megabytes. */
const MEMORY_LIMIT = 200;
/** With prototypes, of which most begin alike. */
const HEADER = 'include/linux/workqueue.h';
const WORDS = ['queue_work_on', 'flush_workqueue', 'workqueue.h'];

export function linuxBench({ cwd, folder, tool: [program, ...words] }) {
  const init = [...words, 'init', '-C', cwd, '--parts', 'common,io,other', join(cwd, HEADER)];
  const { stdout, status, stderr } = spawnSync(program, init, { encoding: 'latin1', cwd });
  if (status !== 0) throw new Error(`no manifest for ${HEADER}: ${stderr}`);
  const manifest = join(folder, 'linux.yaml');
  const [head, prototypes] = stdout.split(/^prototypes:$/m);
  const dealt = prototypes.replace(/^( {2}[A-Za-z_]\w*:) *(?:#.*)?$/gm, '$1 io');
  // Definitions are looked for in every .c file.
  writeFileSync(manifest, `${head.replace(/^definitions:\n(?: {2}- .*\n)*/m, '')}prototypes:${dealt}`, 'latin1');
  const diff = { argv: [program, ...words, 'diff', manifest], cwd };
  const tried = spawnSync(program, diff.argv.slice(1), { encoding: 'latin1', cwd, maxBuffer: 1 << 28 });
  if (tried.stdout === '') throw new Error(`no diff of ${HEADER}: ${tried.stderr}`);
  const grep = { argv: ['git', 'grep', '-lwF', ...WORDS.flatMap((word) => ['-e', word])], cwd };
  return {
    commands: new Map([
      ['diff', diff],
      ['git grep of three words', grep],
    ]),
    rows: [{ work: 'diff of one header of Linux', ours: 'diff', theirs: 'git grep of three words', cpu: 2.5 }],
    memories: [{ work: 'diff of one header of Linux, memory', command: diff, limit: MEMORY_LIMIT }],
    processes: [],
  };
}
