import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { SourceText } from '../../text/source-text.ts';
import { blobId } from '../git/git.ts';
import { blobIdsIn } from '../tree/list-revision.ts';
import type { Workbench } from './workbench.ts';

/** Of files that were read, their paths relative to `cwd`, those that a commit of the source does not have, or has otherwise. */
export function filesNotAt(
  { source: { repository: source }, repository }: Workbench,
  commit: string,
  cwd: string,
  files: readonly SourceText[],
): { readonly absent: readonly SourceText[]; readonly different: readonly SourceText[] } {
  const names = files.map(({ path }) => {
    const below = relative(source.topLevel, realpathSync.native(resolve(cwd, path)))
      .split(sep)
      .join('/');
    // git would not answer at all of a path that leaves the repository.
    return below.startsWith('..') || below.startsWith('/') ? '' : below;
  });
  const found = blobIdsIn(repository, commit, names);
  const stored = names.map((name) => found.get(name) ?? null);
  return {
    absent: files.filter((_, at) => stored[at] === null),
    different: files.filter(
      ({ text }, at) => stored[at] !== null && stored[at] !== blobId(text, repository.objectFormat),
    ),
  };
}
