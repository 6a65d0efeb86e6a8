import { closeSync, constants, openSync, readlinkSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { lookAt, lookThrough } from './look.ts';

/** What of a standing file may be lost: all, nothing, or only what begins so (latin1), as an earlier output does. */
export type Replaces = 'anything' | 'nothing' | { readonly beginning: string; readonly kind: string };

/**
 * Why an output may not go to `file` (absolute), all links followed, or null. `keeps` are absolute paths of files that are
 * never replaced. A folder is left to the write, which says so. System errors are thrown.
 */
export function targetProblem(file: string, replaces: Replaces, keeps: readonly string[]): string | null {
  const stat = lookThrough(file);
  if (stat !== null && isStream(file) && (stat.isCharacterDevice() || stat.isFIFO() || stat.isSocket())) return null;
  const target = realTarget(file);
  if (isInGitFolder(target)) return 'it lies in a git directory';
  if (stat === null || stat.isDirectory()) return null;
  if (!stat.isFile()) return 'it is not a regular file';
  if (keeps.some((path) => realTarget(path) === target)) return 'file already exists, and the run reads or changes it';
  if (replaces === 'nothing') return 'file already exists';
  if (
    replaces === 'anything' ||
    stat.size === 0 ||
    beginningOf(target, replaces.beginning.length) === replaces.beginning
  )
    return null;
  return `file already exists, and it is not ${replaces.kind}`;
}

/** Whether the user spelt a stream of the process or of the system, as in `-o /dev/stdout`. `/dev/shm` has files. */
function isStream(file: string): boolean {
  if (file.startsWith('/dev/')) return !file.startsWith('/dev/shm/');
  return file.startsWith('/proc/self/fd/');
}

/** Where an absolute path leads, also where nothing stands at its end, or a pipe without a name. */
export function realTarget(path: string, links = 0): string {
  try {
    return realpathSync.native(path);
  } catch {
    if (dirname(path) === path || links > MOST_LINKS) return path;
    if (lookAt(path)?.isSymbolicLink())
      return realTarget(resolve(realTarget(dirname(path), links), readlinkSync(path)), links + 1);
    return join(realTarget(dirname(path), links), basename(path));
  }
}

/** As many as Linux follows. */
const MOST_LINKS = 40;

/** By name, in any case that a file system may fold, or by what makes a folder a git folder, as one that is bare. */
function isInGitFolder(target: string): boolean {
  if (target.split('/').some((name) => name.toLowerCase() === '.git')) return true;
  for (let at = dirname(target); dirname(at) !== at; at = dirname(at)) {
    if (
      lookAt(join(at, 'HEAD')) !== null &&
      ['objects', 'refs'].every((name) => lookThrough(join(at, name))?.isDirectory())
    )
      return true;
  }
  return false;
}

function beginningOf(file: string, length: number): string {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const buffer = Buffer.alloc(length);
    return buffer.toString('latin1', 0, readSync(descriptor, buffer, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}
