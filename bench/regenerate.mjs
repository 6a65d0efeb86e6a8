// `regenerate` after an edit of one line, on QEMU as a manifest split it, against `diff` of the same manifest.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Of `diff`, wall clock and CPU. */
const TIME_LIMIT = 1.15;
/** Megabytes, with all three manifests. */
const MEMORY_LIMIT = 250;

const NAMES = ['block-backend', 'block', 'block_int'];
/** Function that the edit sends from graph to io. */
const REASSIGNED = 'bdrv_probe_blocksizes';

/**
 * Prepares clones in `folder` of the QEMU 5.2 in `qemu`; `tool` is the command line's first words. Returns the commands to
 * measure, the rows of the table that they are for, and the command whose memory is asked for.
 */
export function regenerateBench({ qemu, folder, tool }) {
  const one = splitClone({ qemu, folder: join(folder, 'one'), tool, names: ['block'] });
  const edited = reassign(readFileSync(one.paths[0], 'latin1'));
  const edit = () => {
    git(one.tree, 'reset', '-q', '--hard');
    writeFileSync(one.paths[0], edited, 'latin1');
  };
  const theirs = 'diff of block.h';
  const [dry, real] = ['regenerate --dry-run of block.h', 'regenerate of block.h'];
  const commands = new Map([
    [theirs, { argv: [...tool, 'diff', join(folder, 'one', 'block.yaml')], cwd: qemu }],
    [dry, { argv: [...tool, 'regenerate', '--dry-run', ...one.paths], cwd: one.tree, prepare: edit }],
    [real, { argv: [...tool, 'regenerate', ...one.paths], cwd: one.tree, prepare: edit }],
  ]);
  const all = splitClone({ qemu, folder: join(folder, 'all'), tool, names: NAMES });
  for (const path of all.paths) writeFileSync(path, reassign(readFileSync(path, 'latin1')), 'latin1');
  return {
    commands,
    rows: [dry, real].map((ours) => ({ work: ours, ours, theirs, cpu: TIME_LIMIT, wall: TIME_LIMIT })),
    memory: {
      work: 'regenerate of three headers, memory',
      command: { argv: [...tool, 'regenerate', '--dry-run', ...all.paths], cwd: all.tree },
      limit: MEMORY_LIMIT,
    },
  };
}

/** A clone with manifests in it, split by them and committed, and a copy of the manifests beside it. */
function splitClone({ qemu, folder, tool, names }) {
  mkdirSync(folder);
  const tree = join(folder, 'tree');
  run('git', ['clone', '-q', '-s', qemu, tree]);
  const paths = names.map((name) => join(tree, `${name}.yaml`));
  for (const [at, name] of names.entries()) {
    const text = readFileSync(fileURLToPath(new URL(`../manifests/qemu/5.2/${name}.yaml`, import.meta.url)));
    for (const path of [paths[at], join(folder, `${name}.yaml`)]) writeFileSync(path, text);
  }
  const [program, ...words] = tool;
  run(program, [...words, 'apply', '-C', tree, ...paths]);
  git(tree, 'add', '-A');
  git(tree, '-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '-q', '-m', 'Split');
  return { tree, paths };
}

function reassign(manifest) {
  return manifest.replace(new RegExp(`^  ${REASSIGNED}: graph$`, 'm'), `  ${REASSIGNED}: io`);
}

function git(tree, ...args) {
  run('git', ['-C', tree, ...args]);
}

function run(program, args) {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'latin1', env: process.env });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${status}\n${stderr.slice(-500)}`);
}
