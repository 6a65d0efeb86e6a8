import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { mustRun } from '../processes.mjs';

/** One name for all bytes of a configured tree but what git ignores; the tree's own index stays as it is. */
export function treeState(tree, scratch) {
  const index = join(scratch, 'state-index');
  copyFileSync(join(tree, '.git/index'), index);
  const env = { ...process.env, GIT_INDEX_FILE: index };
  mustRun('git', ['-C', tree, 'add', '-A'], { env });
  return mustRun('git', ['-C', tree, 'write-tree'], { env }).trim();
}

/** The files that are not the last commit's, whether git ignores them or not: what configuring made, then part files. */
export function untracked(tree) {
  return new Set(mustRun('git', ['-C', tree, 'ls-files', '-z', '--others']).split('\0'));
}

/** Makes a tree what it was when `made` were its untracked files. */
export function undoSplit(tree, made) {
  mustRun('git', ['-C', tree, 'checkout', '-q', '--', '.']);
  for (const file of untracked(tree)) if (!made.has(file)) rmSync(join(tree, file));
}

/** The C files that a patch changes. */
export function changedSources(patch) {
  return new Set([...patch.matchAll(/^\+\+\+ b\/(.*\.c)$/gm)].map((match) => match[1]));
}
