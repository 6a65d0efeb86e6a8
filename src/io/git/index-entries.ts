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
  // `100644 <id> 0\t<path>\0  ctime: 1:2\n  mtime: 3:4\n  dev: 5\tino: 6\n  uid: 7\tgid: 8\n  size: 9\tflags: 0\n`
  for (const [, id = '', path = '', seconds = '', rest = '', inode = '', size = ''] of result.output
    .toString('utf8')
    .matchAll(ENTRY)) {
    entries.set(path, {
      id,
      size: Number(size),
      mtime: Number(seconds) * 1000 + Number(rest) / 1e6,
      inode: Number(inode),
    });
  }
  return entries;
}

const ENTRY =
  /100\d{3} ([0-9a-f]{40,64}) 0\t([^\0]*)\0 {2}ctime: \d+:\d+\n {2}mtime: (\d+):(\d+)\n {2}dev: \d+\tino: (\d+)\n {2}uid: \d+\tgid: \d+\n {2}size: (\d+)\tflags: 0\n/g;
