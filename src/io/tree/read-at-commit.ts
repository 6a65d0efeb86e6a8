import { LARGEST_FILE } from '../check-path.ts';
import type { Repository } from '../git/git.ts';
import { pathFromTopLevel } from '../git/revision.ts';
import { fileOfCommit } from './list-revision.ts';
import { blobReader, standingReader } from './revision-blobs.ts';

/**
 * What `openRevisionTree(…).tree.read` gives of one file below `root`, without a list of all files: its bytes (latin1), or
 * null. `commit` is a full id. Two processes a file.
 */
export function readAtCommit(repository: Repository, root: string, commit: string, path: string): string | null {
  const file = fileOfCommit(repository, commit, pathFromTopLevel(repository, root, path));
  if (file === null) return null;
  const text = blobReader(repository, standingReader(repository, root))([{ path, id: file.id }])[0] ?? null;
  return text !== null && text.length <= LARGEST_FILE ? text : null;
}
