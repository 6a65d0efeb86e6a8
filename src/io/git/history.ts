import { readBlobs } from './blobs.ts';
import { gitIn, type Repository } from './git.ts';

/** A file as a commit (full id) has it; the text is latin1. */
export type FileVersion = { readonly commit: string; readonly text: string };

/** A walk begins with so many commits; each step takes eight times as many as the one before. */
const FIRST_STEP = 8;

/**
 * The newest version of a file, at HEAD or before, that satisfies `isWanted`. Null when there is none: no commit yet, a
 * clone that is too shallow, a file that had another name then.
 *
 * @param path From the top level of the work tree.
 */
export function newestVersion(
  repository: Repository,
  path: string,
  isWanted: (text: string) => boolean,
): FileVersion | null {
  for (let skip = 0, count = FIRST_STEP; ; skip += count, count *= 8) {
    const commits = commitsTouching(repository, [path], skip, count);
    const texts = readBlobs(
      repository,
      commits.map((commit) => `${commit}:${path}`),
    );
    for (const [index, commit] of commits.entries()) {
      const text = texts[index] ?? null;
      if (text !== null && isWanted(text)) return { commit, text };
    }
    if (commits.length < count) return null;
  }
}

/** The newest commits, by full id, that changed one of some files; paths are from the top level of the work tree. */
export function newestCommits(repository: Repository, paths: readonly string[], count: number): readonly string[] {
  return commitsTouching(repository, paths, 0, count);
}

/** Newest first, along the branches whose version a merge took. */
function commitsTouching(
  repository: Repository,
  paths: readonly string[],
  skip: number,
  count: number,
): readonly string[] {
  const asked = [`--skip=${skip}`, `--max-count=${count}`, 'HEAD', '--', ...paths];
  const result = gitIn(repository, ['--literal-pathspecs', 'rev-list', ...asked]);
  return result.kind === 'done' ? result.output.toString('latin1').split('\n').filter(Boolean) : [];
}
