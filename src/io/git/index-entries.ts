import { gitIn, type Repository } from './git.ts';

/** What git's index says of a tracked file: its blob, and what the file on disk was like when git compared it last. */
export type IndexEntry = {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds, with fractions. */
  readonly mtime: number;
  readonly inode: number;
};

/**
 * The entries of the regular files below `folder` (of those that `pathspecs` mean, where there are any), by path relative
 * to it. Files that git does not compare with the disk, or not yet stores, have none. Git compares nothing here, as it would start the
 * filters that the repository's configuration names.
 */
export function indexEntries(
  repository: Repository,
  folder: string,
  pathspecs: readonly string[] = [],
): ReadonlyMap<string, IndexEntry> {
  const entries = new Map<string, IndexEntry>();
  const result = gitIn(repository, ['ls-files', '--debug', '--stage', '-z', '--', ...pathspecs], { folder });
  if (result.kind !== 'done') return entries;
  const text = result.output.toString('latin1');
  for (let at = 0; at < text.length; ) {
    const tab = text.indexOf('\t', at);
    const pathEnd = text.indexOf('\0', tab);
    if (tab < 0 || pathEnd < 0) break;
    const next = endOfData(text, pathEnd);
    // A regular file in stage 0, the only one without conflicts.
    if (text.startsWith('100', at) && text.startsWith(' 0\t', tab - 2)) {
      const entry = entryOf(text, at, tab, pathEnd, next);
      if (entry !== null) entries.set(decoded(text.slice(tab + 1, pathEnd)), entry);
    }
    at = next;
  }
  return entries;
}

/** Behind a path: `\0  ctime: 1:2\n  mtime: 3:4\n  dev: 5\tino: 6\n  uid: 7\tgid: 8\n  size: 9\tflags: 0\n`. */
const DATA_LINES = 5;

function endOfData(text: string, pathEnd: number): number {
  let at = pathEnd;
  for (let line = 0; line < DATA_LINES; line++) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return text.length;
  }
  return at;
}

/** `100644 <id> 0\t<path>` begins at `at`. Null for a file that has flags, as one that is assumed unchanged. */
function entryOf(text: string, at: number, tab: number, pathEnd: number, end: number): IndexEntry | null {
  if (!text.startsWith('\tflags: 0\n', end - '\tflags: 0\n'.length)) return null;
  const mtime = text.indexOf(' mtime: ', pathEnd) + ' mtime: '.length;
  const colon = text.indexOf(':', mtime);
  const inode = text.indexOf('\tino: ', colon) + '\tino: '.length;
  const size = text.indexOf(' size: ', inode) + ' size: '.length;
  const number = (from: number, to: string): number => Number(text.slice(from, text.indexOf(to, from)));
  return {
    id: text.slice(at + '100644 '.length, tab - 2),
    size: number(size, '\t'),
    mtime: number(mtime, ':') * 1000 + number(colon + 1, '\n') / 1e6,
    inode: number(inode, '\n'),
  };
}

/** Most paths are ASCII. */
function decoded(path: string): string {
  return /[\x80-\xff]/.test(path) ? Buffer.from(path, 'latin1').toString('utf8') : path;
}
