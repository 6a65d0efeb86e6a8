import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';

/** Milliseconds between two looks. */
const PAUSE = 400;

/**
 * Calls `changed` when one of some files is another than at the last look, until the result is called. A look each half
 * second, as editors rename and what tells of changes differs from one file system to the next.
 */
export function watchFiles(cwd: string, paths: readonly string[], changed: () => void): () => void {
  let before = stateOf(cwd, paths);
  const timer = setInterval(() => {
    const now = stateOf(cwd, paths);
    if (now === before) return;
    before = now;
    changed();
  }, PAUSE);
  return () => clearInterval(timer);
}

function stateOf(cwd: string, paths: readonly string[]): string {
  return paths
    .map((path) => {
      const stat = lstatSync(resolve(cwd, path), { throwIfNoEntry: false, bigint: true });
      return stat === undefined ? 'gone' : `${stat.mtimeNs} ${stat.size} ${stat.ino}`;
    })
    .join('|');
}
