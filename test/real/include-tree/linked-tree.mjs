import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { indexedTree } from '../indexed-tree.mjs';
import { everyFile } from '../packaged-headers.mjs';

/** What a compiler is told to look into besides the tree's root, where the tree has it. */
const DIRS = ['x86_64-linux-gnu', 'glib-2.0', 'gio-unix-2.0', 'postgresql', 'postgresql/internal', 'nspr', 'nss'];

/** Not C, or thousands of headers that come with one program. */
const OTHERS = ['c++/', 'x86_64-linux-gnu/c++/', 'node/'];

/** An include folder as one tree, held in memory once, C++ left out. */
export function includeFolder(from) {
  const isWanted = (file) => !OTHERS.some((other) => file.startsWith(other));
  const files = everyFile(from).filter(isWanted);
  const dirs = DIRS.filter((dir) => files.some((file) => file.startsWith(`${dir}/`)));
  return { from, files, links: everyLink(from).filter(isWanted), dirs, tree: indexedTree(from, files) };
}

/**
 * A place where one worker's compiler sees the folder and what is written over it: a link for each file, because a
 * compiler looks for quoted includes beside the path it was given, and not beside what a link leads to.
 */
export function linkedTree({ from, files, links }) {
  const root = mkdtempSync(join(tmpdir(), 'header-split-tree-'));
  for (const dir of new Set([...files, ...links].map((file) => dirname(file))))
    mkdirSync(join(root, dir), { recursive: true });
  for (const file of files) symlinkSync(join(from, file), join(root, file));
  for (const link of links) symlinkSync(readlinkSync(join(from, link)), join(root, link));
  return { root, dispose: () => rmSync(root, { recursive: true, force: true }) };
}

function everyLink(from) {
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(from.length + 1));
}
