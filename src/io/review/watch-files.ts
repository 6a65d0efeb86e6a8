import { lstatSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** Milliseconds between two looks. */
const PAUSE = 400;

/**
 * Calls `changed` when one of some files, as they are named now, is another than at the last look, until the result is called. A look each half
 * second, as editors rename and what tells of changes differs from one file system to the next.
 */
export function watchFiles(cwd: string, paths: () => readonly string[], changed: () => void): () => void {
  let before = stateOf(cwd, paths());
  const timer = setInterval(() => {
    const now = stateOf(cwd, paths());
    if (now === before) return;
    before = now;
    changed();
  }, PAUSE);
  return () => clearInterval(timer);
}

/**
 * Remembers which files some paths lead to. The result tells a path that leads to another one now; none that is gone, which
 * whoever reads it will see.
 */
export function rememberFiles(cwd: string, paths: readonly string[]): () => string | null {
  const first = paths.map((path) => realFile(cwd, path));
  return () => paths.find((path, at) => ![null, first[at]].includes(realFile(cwd, path))) ?? null;
}

function realFile(cwd: string, path: string): string | null {
  try {
    return realpathSync.native(resolve(cwd, path));
  } catch {
    return null;
  }
}

function stateOf(cwd: string, paths: readonly string[]): string {
  return paths
    .map((path) => {
      const stat = lstatSync(resolve(cwd, path), { throwIfNoEntry: false, bigint: true });
      return stat === undefined ? 'gone' : `${stat.mtimeNs} ${stat.size} ${stat.ino}`;
    })
    .join('|');
}
