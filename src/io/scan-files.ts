import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { FilesNaming, WordQuery } from '../text/tree.ts';
import { compileWords, type WordSearch } from '../text/word-search.ts';
import { isInside, LARGEST_FILE } from './check-path.ts';

/** Most sources are far smaller; the pages of the buffer that no file reaches are never touched. */
const BUFFER_SIZE = 8 * 1024 * 1024;

/** A NUL among the first bytes makes a file binary, as for git. */
const BINARY_WITHIN = 8000;

/**
 * Answers `queries` over `paths` (sorted, relative to `root`), reading each file that any query accepts once. Nothing
 * is kept but the answers. Files that cannot be read, are not regular, are too large or binary name nothing.
 */
export function scanFiles(
  root: string,
  paths: readonly string[],
  queries: readonly WordQuery[],
): readonly FilesNaming[] {
  const answers = queries.map(() => new Map<string, readonly string[]>());
  const each = queries.map((query) => compileWords(query.words));
  const together = new Map<string, WordSearch>();
  const read = openReader(root);
  for (const path of paths) {
    const asking = queries.flatMap((query, index) => (query.within(path) ? [index] : []));
    if (asking.length === 0) continue;
    const text = read(path);
    if (text === null) continue;
    const key = asking.join();
    let any = together.get(key);
    if (!any) {
      any = compileWords([...new Set(asking.flatMap((index) => queries[index]?.words ?? []))]);
      together.set(key, any);
    }
    if (!any.anyIn(text)) continue;
    for (const index of asking) {
      const named = each[index]?.allIn(text) ?? [];
      if (named.length > 0) answers[index]?.set(path, named);
    }
  }
  return answers;
}

/** Reads files through one buffer: three system calls a file, no `stat`, one `realpath` a folder. */
function openReader(root: string): (path: string) => string | null {
  const buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);
  const folders = new Map<string, boolean>();
  return (path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    let inside = folders.get(folder);
    if (inside === undefined) {
      inside = folderIsInside(root, folder);
      folders.set(folder, inside);
    }
    return inside ? readThrough(buffer, `${root}/${path}`) : null;
  };
}

function readThrough(buffer: Buffer, path: string): string | null {
  let file: number;
  try {
    // What a symbolic link leads to is either listed itself or outside the tree; a pipe must not block.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch {
    return null;
  }
  try {
    const length = readSync(file, buffer, 0, buffer.length, null);
    if (buffer.subarray(0, Math.min(length, BINARY_WITHIN)).includes(0)) return null;
    if (length < buffer.length) return buffer.toString('latin1', 0, length);
    return readLarge(buffer, file);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

function readLarge(head: Buffer, file: number): string | null {
  const stat = fstatSync(file);
  if (!stat.isFile() || stat.size > LARGEST_FILE) return null;
  const rest = Buffer.allocUnsafe(Math.max(0, stat.size - head.length));
  const length = readSync(file, rest, 0, rest.length, head.length);
  return head.toString('latin1') + rest.toString('latin1', 0, length);
}

function folderIsInside(root: string, folder: string): boolean {
  try {
    return isInside(root, realpathSync.native(join(root, folder)));
  } catch {
    return false;
  }
}
