import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { mustRun } from './processes.mjs';

/** A temporary folder that is removed when the process ends. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-real-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
  return folder;
}

/** A clone of a tree as its last commit has it; the tree itself is only read. */
export function clone(tree, to) {
  mustRun('git', ['clone', '-q', '-s', tree, to]);
  return to;
}

/** Undoes everything that was done to a clone since its commit. */
export function reset(tree) {
  mustRun('git', ['-C', tree, 'reset', '-q', '--hard']);
  mustRun('git', ['-C', tree, 'clean', '-fdq']);
}

/** One name for all bytes, modes and names of a clone, whatever its index says; git's ignored files left out. */
export function treeId(tree) {
  mustRun('git', ['-C', tree, 'add', '-A']);
  return mustRun('git', ['-C', tree, 'write-tree']).trim();
}
