import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

/**
 * A file of the tree as the user spelt it, relative to the root: taken from the current folder when it is there, else
 * from the root. Null when it lies outside the root.
 */
export function pathInTree(root: string, cwd: string, spelt: string): string | null {
  const here = resolve(cwd, spelt);
  const absolute = existsSync(here) ? realpathSync.native(here) : resolve(root, spelt);
  const path = relative(root, absolute).split(sep).join('/');
  return path === '' || path === '..' || path.startsWith('../') || path.startsWith('/') ? null : path;
}
