import { contentIds } from '../git/content-ids.ts';
import type { Repository } from '../git/git.ts';
import type { RevisionListing } from './list-revision.ts';

/** Where files of a revision may stand: a real folder in the work tree of a repository. */
export type WorkTree = { readonly repository: Repository; readonly folder: string };

/** More files than this are searched by git. */
const MOST_OTHERS = 256;

/**
 * The files of a revision, without `known` ones, of which it is not sure that the work tree has them with the same words;
 * null where they are many. Sure is what the index has with the revision's id, git compares with the disk, attributes do
 * not change beyond its line ends, and is on disk as when git compared it last: so `git diff` decides it, too. No file is read.
 */
export function filesNotStanding(
  { repository, folder }: WorkTree,
  { files }: RevisionListing,
  known: ReadonlySet<string>,
): readonly string[] | null {
  const ids = contentIds(repository, folder, true);
  const others: string[] = [];
  for (const [path, { id }] of files) {
    if (known.has(path) || ids.known(path)?.id === id) continue;
    others.push(path);
    if (others.length > MOST_OTHERS) return null;
  }
  return others;
}
