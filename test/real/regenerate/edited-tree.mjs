import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { functionBodies } from '../function-bodies.mjs';
import { mustRun } from '../processes.mjs';
import { clone } from '../scratch.mjs';

/** Where the manifest is in the tree: tracked, so that git knows the one that the tree was made by. */
export const MANIFEST = 'split.yaml';

/** A clone in which commits can be made, without git's housekeeping in between. */
export function workingClone(tree, to) {
  clone(tree, to);
  for (const [key, value] of Object.entries({ 'user.name': 'test', 'user.email': 'test@localhost', 'gc.auto': '0' }))
    mustRun('git', ['-C', to, 'config', key, value]);
  return to;
}

export function writeManifest(tree, yaml) {
  writeFileSync(join(tree, MANIFEST), stringify(yaml, { lineWidth: 0 }));
}

export function commit(tree, message) {
  mustRun('git', ['-C', tree, 'add', '-A']);
  mustRun('git', ['-C', tree, 'commit', '-q', '--allow-empty', '-m', message]);
}

/** The files that differ from HEAD, new ones too. */
export function changedFiles(tree) {
  const listed = mustRun('git', ['-C', tree, 'status', '--porcelain', '-z', '-uall', '--no-renames']);
  return listed.split('\0').flatMap((entry) => (entry === '' ? [] : [entry.slice(3)]));
}

/** The C files that define a function. */
export function filesDefining(tree, name) {
  const files = mustRun('git', ['-C', tree, 'grep', '-lw', name, '--', '*.c']).split('\n').filter(Boolean);
  return files.filter((file) => functionBodies(readFileSync(join(tree, file), 'latin1')).has(name));
}
