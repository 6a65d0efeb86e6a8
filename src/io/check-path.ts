import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { errorCode } from './system-error.ts';

/** Why a path below a root cannot be taken as a source text. */
export type PathProblem =
  | 'leaves-root'
  | 'symlink-leaves-root'
  | 'missing'
  | 'directory'
  | 'not-regular'
  | 'unreadable'
  | 'too-large'
  | 'binary';

/** Larger files are no C sources; generated tables of a few MB are. In bytes. */
export const LARGEST_FILE = 32 * 1024 * 1024;

export type FileRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: PathProblem };

/** What is wrong with `path` (relative to `root`, itself a real path) as a source text; null when nothing is. */
export function checkPath(root: string, path: string): PathProblem | null {
  const read = readInside(root, path);
  if (read.kind === 'problem') return read.problem;
  return read.text.includes('\0') ? 'binary' : null;
}

/** The bytes (latin1) of a regular file that lies, all symbolic links followed, below `root`. */
export function readInside(root: string, path: string): FileRead {
  const located = locateInside(root, path);
  if (located.kind === 'problem') return located;
  let file: number;
  try {
    // A pipe must not block the run; what it is, is asked of the open file, not of a name that may change meanwhile.
    file = openSync(located.real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (error) {
    return { kind: 'problem', problem: problemOf(error) };
  }
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) return { kind: 'problem', problem: 'directory' };
    if (!stat.isFile()) return { kind: 'problem', problem: 'not-regular' };
    if (stat.size > LARGEST_FILE) return { kind: 'problem', problem: 'too-large' };
    return { kind: 'text', text: readAll(file, stat.size) };
  } catch (error) {
    return { kind: 'problem', problem: problemOf(error) };
  } finally {
    closeSync(file);
  }
}

export type Located =
  | { readonly kind: 'real'; readonly real: string }
  | { readonly kind: 'problem'; readonly problem: PathProblem };

/** Where a path below `root` really is; it exists and lies below the root with all symbolic links followed. */
export function locateInside(root: string, path: string): Located {
  if (!isRelativeInside(path)) return { kind: 'problem', problem: 'leaves-root' };
  const full = join(root, path);
  try {
    const real = realpathSync.native(full);
    return isInside(root, real) ? { kind: 'real', real } : { kind: 'problem', problem: 'symlink-leaves-root' };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === 'missing' && !isInside(root, nearestExisting(dirname(full)))) {
      return { kind: 'problem', problem: 'symlink-leaves-root' };
    }
    return { kind: 'problem', problem };
  }
}

/** Whether a path, by its spelling alone, stays below the folder that it is relative to. */
export function isRelativeInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.includes('\0') && !path.split('/').includes('..');
}

export function isInside(root: string, real: string): boolean {
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
}

function nearestExisting(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return realpathSync.native(at);
    } catch {
      if (dirname(at) === at) return at;
    }
  }
}

function readAll(file: number, size: number): string {
  // One byte more than the size shows a file that grows under our hands; what was read is then simply longer.
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, null);
    if (read === 0) return buffer.toString('latin1', 0, length);
    length += read;
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length + 4096)]);
  }
}

function problemOf(error: unknown): PathProblem {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'missing';
    case 'EISDIR':
      return 'directory';
    case 'ENXIO':
      return 'not-regular';
    default:
      return 'unreadable';
  }
}
