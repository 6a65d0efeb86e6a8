import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { indexedTree } from '../indexed-tree.mjs';
import { everyFile } from '../packaged-headers.mjs';

/** What a compiler is told to look into besides the tree's root, where the tree has it. */
const DIRS = ['x86_64-linux-gnu', 'glib-2.0', 'gio-unix-2.0', 'postgresql', 'postgresql/internal', 'nspr', 'nss'];

/** Not C, or thousands of headers that come with one program. */
const OTHERS = new Set(['c++', 'x86_64-linux-gnu/c++', 'node']);

/** A copy of an include folder as one tree, C++ and what the copy cannot hold left out; `dispose` removes it. */
export function copiedTree(from) {
  const root = mkdtempSync(join(tmpdir(), 'header-split-tree-'));
  const isOther = (path) => OTHERS.has(relative(from, path));
  cpSync(from, root, { recursive: true, verbatimSymlinks: true, filter: (path) => !isOther(path) });
  const files = everyFile(root);
  return {
    root,
    files,
    tree: indexedTree(root, files),
    dirs: DIRS.filter((dir) => files.some((file) => file.startsWith(`${dir}/`))),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}
