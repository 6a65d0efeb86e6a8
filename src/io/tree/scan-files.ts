import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../../text/file-path.ts';
import type { FilesNaming, WordQuery } from '../../text/tree.ts';
import { compileWords } from '../../text/word-search.ts';
import { isInside, LARGEST_FILE } from '../check-path.ts';

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
  const read = openReader(root);
  const filters = new Map<string, (bytes: Buffer) => string | null>();
  for (const path of paths) {
    const asking = queries.flatMap((query, index) => (query.within(path) ? [index] : []));
    if (asking.length === 0) continue;
    const bytes = read(path);
    if (bytes === null) continue;
    const key = asking.join();
    const filter = filters.get(key) ?? filterFor(asking.flatMap((index) => queries[index]?.words ?? []));
    filters.set(key, filter);
    const text = filter(bytes);
    if (text === null || isBinary(text)) continue;
    for (const index of asking) {
      const named = each[index]?.allIn(text) ?? [];
      if (named.length > 0) answers[index]?.set(path, named);
    }
  }
  return answers;
}

/** More passes than this over the bytes take longer than one pass of a regular expression over their text. */
const MOST_STEMS = 2;

/** The text of bytes in which one of the words may stand; null for most, as a rule without making a text of them. */
function filterFor(words: readonly string[]): (bytes: Buffer) => string | null {
  const stems = stemsOf(words).map((stem) => Buffer.from(stem, 'latin1'));
  const together = compileWords(words);
  return (bytes) => {
    if (stems.length <= MOST_STEMS && !stems.some((stem) => bytes.includes(stem))) return null;
    const text = bytes.toString('latin1');
    return together.anyIn(text) ? text : null;
  };
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

/**
 * Reads files through one buffer, whose content holds until the next read: three system calls a file, no `stat`, one
 * `realpath` a folder.
 */
function openReader(root: string): (path: string) => Buffer | null {
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

function readThrough(buffer: Buffer, path: string): Buffer | null {
  let file: number;
  try {
    // What a symbolic link leads to is either listed itself or outside the tree; a pipe must not block.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch {
    return null;
  }
  try {
    const length = readSync(file, buffer, 0, buffer.length, null);
    return length < buffer.length ? buffer.subarray(0, length) : readLarge(buffer, file);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

function readLarge(head: Buffer, file: number): Buffer | null {
  const stat = fstatSync(file);
  if (!stat.isFile() || stat.size > LARGEST_FILE) return null;
  const rest = Buffer.allocUnsafe(Math.max(0, stat.size - head.length));
  const length = readSync(file, rest, 0, rest.length, head.length);
  return Buffer.concat([head, rest.subarray(0, length)]);
}

/** As git sees it. Asked of few: most texts hold none of the words, and then it makes no difference. */
export function isBinary(text: string): boolean {
  return text.slice(0, BINARY_WITHIN).includes('\0');
}

function folderIsInside(root: string, folder: string): boolean {
  try {
    return isInside(root, realpathSync.native(join(root, folder)));
  } catch {
    return false;
  }
}
