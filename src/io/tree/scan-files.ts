import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../../text/file-path.ts';
import type { FilesNaming, WordQuery } from '../../text/tree.ts';
import { compileWordScan } from '../../text/word-scan.ts';
import { isInside, LARGEST_FILE } from '../check-path.ts';

/** Most sources are far smaller; the pages of the buffer that no file reaches are never touched. */
const BUFFER_SIZE = 8 * 1024 * 1024;

/** A NUL among the first bytes makes a file binary, as for git. */
export const BINARY_WITHIN = 8000;

/**
 * Answers `queries` over `paths` (sorted, relative to `root`), reading each file that any query accepts once, for the
 * words of all queries together. Nothing is kept but the answers, and no text is made. Files that cannot be read, are
 * not regular, are too large or binary name nothing.
 */
export function scanFiles(
  root: string,
  paths: readonly string[],
  queries: readonly WordQuery[],
): readonly FilesNaming[] {
  const answers = queries.map(() => new Map<string, readonly string[]>());
  const words = [...new Set(queries.flatMap((query) => query.words))];
  const placeOf = new Map(words.map((word, index) => [word, index]));
  const each = queries.map((query) => query.words.map((word) => placeOf.get(word) ?? -1));
  const scan = compileWordScan(words);
  const read = openReader(root);
  for (const path of paths) {
    const asking = queries.flatMap((query, index) => (query.within(path) ? [index] : []));
    if (asking.length === 0) continue;
    const file = read(path);
    if (file === null) continue;
    const found = new Set(scan.in(file.bytes, file.length));
    if (found.size === 0 || isBinary(file)) continue;
    for (const index of asking) {
      const named = (queries[index]?.words ?? []).filter((_, at) => found.has(each[index]?.[at] ?? -1));
      if (named.length > 0) answers[index]?.set(path, named);
    }
  }
  return answers;
}

/** What words have in common at their beginnings: one string for all that agree in their first four characters. */
export function stemsOf(words: readonly string[]): readonly string[] {
  const stems = new Map<string, string>();
  for (const word of words) {
    const beginning = word.slice(0, 4);
    let stem = stems.get(beginning) ?? word;
    while (!word.startsWith(stem)) stem = stem.slice(0, -1);
    stems.set(beginning, stem);
  }
  return [...stems.values()];
}

/** What a file holds: the first `length` of the bytes. There is one more. */
type FileBytes = { readonly bytes: Buffer; readonly length: number };

/**
 * Reads files through one buffer, whose content holds until the next read: three system calls a file, no `stat`, one
 * `realpath` a folder.
 */
function openReader(root: string): (path: string) => FileBytes | null {
  const buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);
  const folders = new Map<string, boolean>();
  return (path) => {
    const folder = folderOf(path);
    let inside = folders.get(folder);
    if (inside === undefined) {
      inside = folderIsInside(root, folder);
      folders.set(folder, inside);
    }
    return inside ? readThrough(buffer, `${root}/${path}`) : null;
  };
}

function readThrough(buffer: Buffer, path: string): FileBytes | null {
  let file: number;
  try {
    // What a symbolic link leads to is either listed itself or outside the tree; a pipe must not block.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch {
    return null;
  }
  try {
    const length = readSync(file, buffer, 0, buffer.length, null);
    return length < buffer.length ? { bytes: buffer, length } : readLarge(buffer, file);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

function readLarge(head: Buffer, file: number): FileBytes | null {
  const stat = fstatSync(file);
  if (!stat.isFile() || stat.size > LARGEST_FILE) return null;
  const bytes = Buffer.allocUnsafe(Math.max(stat.size, head.length) + 1);
  head.copy(bytes);
  const length = readSync(file, bytes, head.length, bytes.length - 1 - head.length, head.length);
  return { bytes, length: head.length + length };
}

/** As git sees it. Asked of few: most files hold none of the words, and then it makes no difference. */
function isBinary({ bytes, length }: FileBytes): boolean {
  const nul = bytes.indexOf(0);
  return nul >= 0 && nul < Math.min(length, BINARY_WITHIN);
}

function folderIsInside(root: string, folder: string): boolean {
  try {
    return isInside(root, realpathSync.native(join(root, folder)));
  } catch {
    return false;
  }
}
