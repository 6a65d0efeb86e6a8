import { createHash } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRelativeInside, LARGEST_FILE } from '../check-path.ts';
import { errorCode } from '../system-error.ts';

/** What stands at a path that may be written: nothing, a regular file with these bytes (sha256), or something else. */
export type Standing =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'file';
      readonly sum: string;
      readonly permissions: number;
      readonly uid: number;
      readonly gid: number;
    }
  | { readonly kind: 'other' };

/** Why nothing may be written at `path` below the real folder `root`, in words that follow the path; null when it may. */
export function refusal(root: string, path: string): string | null {
  const reason = spellingRefusal(path);
  if (reason !== null) return reason;
  if (Buffer.byteLength(join(root, path)) > LONGEST_PATH) return `is too long a path below ${root}`;
  let at = root;
  for (const name of path.split('/').slice(0, -1)) {
    at = join(at, name);
    const stat = lstatOrNothing(at);
    if (!stat) return null;
    if (stat.isSymbolicLink()) return THROUGH_LINK;
    if (!stat.isDirectory()) return BELOW_FILE;
  }
  return null;
}

/** Bytes; what file systems allow. */
const LONGEST_NAME = 255;
/** Bytes; what Linux allows, less than a temporary file beside it has more. */
const LONGEST_PATH = 4095 - 64;

/** Names that are `.git` to some file system: git refuses them on all, as in its `verify_path`. */
function isGitFolder(name: string): boolean {
  const seen = name.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '');
  return /^\.git[ .]*(?::.*)?$/i.test(seen) || /^git~1[ .]*(?::.*)?$/i.test(seen);
}

/** What keeps files from being written, in words that follow the path. */
export const THROUGH_LINK = 'is reached through a symbolic link, which no patch could follow';
export const BELOW_FILE = 'needs a directory where there is a file';
export const IS_LINK = 'is a symbolic link';
export const IS_FOLDER = 'is a directory';

/** Why nothing may be written at `path` below any root, by its spelling alone; null when it may. */
export function spellingRefusal(path: string): string | null {
  if (!isRelativeInside(path) || path.endsWith('/')) return 'leaves the root of the tree';
  const names = path.split('/');
  if (names.some((name) => name === '' || name === '.')) return 'is not spelt in its shortest form';
  if (names.some(isGitFolder)) return 'is in a git directory';
  if (names[0] === '.header-split') return 'is in the directory of the journal';
  if (Buffer.byteLength(path) > LONGEST_PATH) return 'is too long a path';
  return names.some((name) => Buffer.byteLength(name) > LONGEST_NAME) ? 'has a name that is too long' : null;
}

/** `refusal`, or that something stands at the path which is not a regular file. */
export function obstacleAt(root: string, path: string): string | null {
  const reason = refusal(root, path);
  if (reason !== null) return reason;
  const stat = lstatOrNothing(join(root, path));
  if (!stat) return null;
  if (stat.isFile()) return stat.size > LARGEST_FILE ? 'is larger than any C source' : null;
  if (stat.isSymbolicLink()) return IS_LINK;
  return stat.isDirectory() ? IS_FOLDER : 'is not a regular file';
}

/** Does not follow a symbolic link: that is `other`, and so is a file that is too large to have been read. */
export function standingAt(path: string): Standing {
  const stat = lstatOrNothing(path);
  if (!stat) return { kind: 'nothing' };
  if (!stat.isFile() || stat.size > LARGEST_FILE) return { kind: 'other' };
  const { uid, gid } = stat;
  return { kind: 'file', sum: sumOf(readFileSync(path)), permissions: stat.mode & 0o7777, uid, gid };
}

/**
 * Throws where the file at `path` could not be replaced although its folder takes new files (immutable, a read-only
 * mount). A file without write permission can be replaced.
 */
export function probeReplaceable(path: string): void {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_NOFOLLOW));
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error;
  }
}

export function sumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Does not follow a symbolic link; null where nothing stands. */
export function lstatOrNothing(path: string) {
  try {
    return lstatSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}
