import { relative, sep } from 'node:path';
import { gitIn, type Repository } from './git.ts';

/** The id of the commit that a user's spelling of a revision means; null when git knows none, or several. */
export function resolveCommit(repository: Repository, revision: string): string | null {
  // In two steps: `:/text^{commit}` would look for that text.
  const object = verify(repository, revision);
  return object === null ? null : verify(repository, `${object}^{commit}`);
}

/** The id of the folder `path` (empty: the whole tree) of a commit; null when it has none there. */
export function resolveFolder(repository: Repository, commit: string, path: string): string | null {
  return verify(repository, `${commit}:${path}`);
}

/** A root's path from the top level of its repository, with `/`; empty when it is the top level. Both are real paths. */
export function belowTopLevel({ topLevel }: Repository, root: string): string {
  return relative(topLevel, root).split(sep).join('/');
}

/** A path below a root as it is from the top level of the repository. */
export function pathFromTopLevel(repository: Repository, root: string, path: string): string {
  const below = belowTopLevel(repository, root);
  return below === '' ? path : `${below}/${path}`;
}

function verify(repository: Repository, name: string): string | null {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
  const result = gitIn(repository, asked);
  if (result.kind !== 'done') return null;
  const id = result.output.toString('latin1').trim();
  // `^HEAD` means all but that commit.
  return /^[0-9a-f]{40,64}$/.test(id) ? id : null;
}
