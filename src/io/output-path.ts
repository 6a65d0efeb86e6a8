import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isInside } from './check-path.ts';
import { lookAt } from './look.ts';

/**
 * Whether a path that the user spelt, relative to `cwd`, lies in the tree and a symbolic link leads it out, or leads
 * nowhere. What is in the tree may come from a stranger: what the user writes to the tree must not land elsewhere.
 */
export function isLedOut(root: string, cwd: string, path: string): boolean {
  const real = realpathSync.native(root);
  const spelt = resolve(realpathSync.native(cwd), path);
  if (!isInside(real, spelt)) return false;
  for (let at = spelt; at !== real; at = dirname(at)) {
    if (lookAt(at) !== null) return !leadsInside(real, at);
  }
  return false;
}

function leadsInside(root: string, path: string): boolean {
  try {
    return isInside(root, realpathSync.native(path));
  } catch {
    return false;
  }
}
