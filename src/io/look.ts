import { lstatSync, type Stats, statSync } from 'node:fs';
import { errorCode } from './system-error.ts';

/**
 * What stands at a path, a link not followed; null where nothing does, nothing can
 * (a path that is too long, a loop of links), or we may not look.
 */
export function lookAt(path: string): Stats | null {
  return orNothing(() => lstatSync(path));
}

/** What a path leads to, links followed; null as for `lookAt`. */
export function lookThrough(path: string): Stats | null {
  return orNothing(() => statSync(path));
}

function orNothing(look: () => Stats): Stats | null {
  try {
    return look();
  } catch (error) {
    if (NOTHING.has(errorCode(error))) return null;
    throw error;
  }
}

const NOTHING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES', 'EPERM', 'EIO']);
