import { gitIn, type Repository } from '../git/git.ts';

export type IndexEntry = {
  /** Of the blob; a text that is no id for a file that was merged with conflicts. */
  readonly id: string;
  /** Whether git compares the file with the work tree: not when it is left out of a sparse one, or assumed unchanged. */
  readonly isWatched: boolean;
};

/** More paths than this may be too long for the arguments of a program: all files are listed then. */
const MOST_PATHS = 500;

/** The files of the index, at least of `paths`, by path from the top level; null when git cannot read it. */
export function indexEntries(repository: Repository, paths: readonly string[]): ReadonlyMap<string, IndexEntry> | null {
  const named = paths.length > MOST_PATHS ? [] : paths;
  const asked = ['ls-files', '-v', '-z', '--stage', '--cached', '--', ...named];
  const result = gitIn(repository, ['--literal-pathspecs', ...asked]);
  if (result.kind !== 'done') return null;
  const entries = new Map<string, IndexEntry>();
  // Each entry: `H 100644 <id> <stage>\t<path>`.
  for (const entry of result.output.toString('utf8').split('\0')) {
    const [, tag = '', id = '', stage, path = ''] = /^(\S) \d+ ([0-9a-f]+) (\d)\t(.*)$/s.exec(entry) ?? [];
    if (stage === undefined) continue;
    entries.set(path, { id: stage === '0' ? id : 'unmerged', isWatched: tag !== 'S' && tag === tag.toUpperCase() });
  }
  return entries;
}
