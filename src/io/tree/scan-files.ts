import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../../text/file-path.ts';
import type { FilesNaming, WordQuery } from '../../text/tree.ts';
import { compileWordScan } from '../../text/word-scan.ts';
import { compileWords } from '../../text/word-search.ts';
import { isInside, LARGEST_FILE } from '../check-path.ts';

/** Most sources are smaller. What lies outside V8's heap makes it collect garbage sooner, so no more is taken at once. */
const BUFFER_SIZE = 128 * 1024;

/** A larger file does not leave its buffer behind: the next ones are small again. */
const KEPT_SIZE = 8 * 1024 * 1024;

/** A NUL among the first bytes makes a file binary, as for git. */
export const BINARY_WITHIN = 8000;

/** Files times words: up to so many, V8's regular expressions are faster than it makes the loop of a scan fast. */
const MUCH = 200_000;

/**
 * Answers `queries` over `paths` (sorted, relative to `root`), reading each file that any query accepts once. `keep` gets
 * the texts that are read next; nothing else is kept but the answers. Files that cannot be read, are not regular, are too large or binary name nothing.
 */
export function scanFiles(
  root: string,
  paths: readonly string[],
  queries: readonly WordQuery[],
  keep: (path: string, text: string) => void = () => undefined,
): readonly FilesNaming[] {
  const answers = queries.map(() => new Map<string, readonly string[]>());
  const words = queries.reduce((sum, query) => sum + query.words.length, 0);
  const find = paths.length * words > MUCH ? byScan(queries) : byExpressions(queries);
  const read = openReader(root);
  for (const path of paths) {
    const asking = queries.flatMap((query, index) => (query.within(path) ? [index] : []));
    const file = asking.length === 0 ? null : read(path);
    if (file === null) continue;
    const named = find(file, asking);
    if (named.every((words) => words.length === 0) || isBinary(file)) continue;
    let isReadNext = false;
    for (const [at, words] of named.entries()) {
      if (words.length === 0) continue;
      answers[asking[at] ?? 0]?.set(path, words);
      isReadNext ||= queries[asking[at] ?? 0]?.readsFound === true;
    }
    if (isReadNext) keep(path, file.bytes.toString('latin1', 0, file.length));
  }
  return answers;
}

/** For each of the asking queries, by index: those of its words that stand in a file. */
type Finder = (file: FileBytes, asking: readonly number[]) => readonly (readonly string[])[];

/**
 * For many files: one pass over the bytes for the words of all queries that ask, and no text is made. Most files are asked
 * for by few of the queries, and those for strings alone are the fastest.
 */
function byScan(queries: readonly WordQuery[]): Finder {
  const scans = new Map<string, Finder>();
  return (file, asking) => {
    const key = asking.join();
    const known = scans.get(key) ?? scanOf(asking.map((query) => queries[query]?.words ?? []));
    scans.set(key, known);
    return known(file, asking);
  };
}

/** `lists`: the words of each that asks. */
function scanOf(lists: readonly (readonly string[])[]): Finder {
  const words = [...new Set(lists.flat())];
  const placeOf = new Map(words.map((word, index) => [word, index]));
  const places = lists.map((list) => list.map((word) => placeOf.get(word) ?? -1));
  const scan = compileWordScan(words);
  return ({ bytes, length }) => {
    const found = new Set(scan.in(bytes, length));
    return lists.map((list, at) =>
      found.size === 0 ? [] : list.filter((_, word) => found.has(places[at]?.[word] ?? -1)),
    );
  };
}

function byExpressions(queries: readonly WordQuery[]): Finder {
  const each = queries.map((query) => compileWords(query.words));
  return ({ bytes, length }, asking) => {
    const text = bytes.toString('latin1', 0, length);
    return asking.map((query) => each[query]?.allIn(text) ?? []);
  };
}

/** What a file holds: the first `length` of the bytes. There is one more. */
export type FileBytes = { readonly bytes: Buffer; readonly length: number };

/**
 * Gives `visit` the bytes of each of `paths` (relative to `root`) in turn; they hold until it returns. Left out is what
 * `scanFiles` leaves out.
 */
export function readEach(root: string, paths: readonly string[], visit: (path: string, bytes: Buffer) => void): void {
  const read = openReader(root);
  for (const path of paths) {
    const file = read(path);
    if (file === null) continue;
    const bytes = file.bytes.subarray(0, file.length);
    if (!bytes.subarray(0, BINARY_WITHIN).includes(0)) visit(path, bytes);
  }
}

/**
 * Reads files through one buffer, whose content holds until the next read: three system calls a file, no `stat`, one
 * `realpath` a folder.
 */
export function openReader(root: string): (path: string) => FileBytes | null {
  let buffer: Buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);
  const folders = new Map<string, boolean>();
  return (path) => {
    const folder = folderOf(path);
    let inside = folders.get(folder);
    if (inside === undefined) {
      inside = folderIsInside(root, folder);
      folders.set(folder, inside);
    }
    const file = inside ? readThrough(buffer, `${root}/${path}`) : null;
    if (file !== null && file.bytes.length <= KEPT_SIZE) buffer = file.bytes;
    return file;
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
  return bytes.subarray(0, Math.min(length, BINARY_WITHIN)).includes(0);
}

function folderIsInside(root: string, folder: string): boolean {
  try {
    return isInside(root, realpathSync.native(join(root, folder)));
  } catch {
    return false;
  }
}
