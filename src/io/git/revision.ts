import { relative, sep } from 'node:path';
import { gitIn, type Repository } from './git.ts';

/** The id of the commit that a user's spelling of a revision means; null when git knows none, or several. */
export function resolveCommit(repository: Repository, revision: string): string | null {
  if (mayBeFollowed(revision)) return verify(repository, `${revision}^{commit}`);
  const object = verify(repository, revision);
  return object === null ? null : verify(repository, `${object}^{commit}`);
}

/** A commit that a user's spelling means, and its committer's date, in seconds and zone: `1600000000 +0200`. */
export function readCommit(
  repository: Repository,
  revision: string,
): { readonly commit: string; readonly date: string } | null {
  const name = mayBeFollowed(revision) ? `${revision}^{commit}` : resolveCommit(repository, revision);
  if (name === null || /[\0\n]/.test(name)) return null;
  const input = Buffer.from(`${name}\n`, 'utf8').toString('latin1');
  const result = gitIn(repository, ['cat-file', '--batch'], { input });
  const text = result.kind === 'done' ? result.output.toString('latin1') : '';
  const commit = /^([0-9a-f]{40,64}) commit \d+\n/.exec(text)?.[1];
  if (commit === undefined) return null;
  const headers = text.slice(0, text.indexOf('\n\n'));
  return { commit, date: /^committer .*> (-?\d+ [-+]\d+)$/m.exec(headers)?.[1] ?? '' };
}

/**
 * The ids of that commit and of its folder `path` (empty: the whole tree). No commit as for `resolveCommit`; no folder
 * when the commit has none there.
 */
export function resolveFolder(
  repository: Repository,
  revision: string,
  path: string,
): { readonly commit: string | null; readonly folder: string | null } {
  if (mayBeFollowed(revision)) {
    const asked = ['rev-parse', `${revision}^{commit}`, `${revision}^{commit}:${path}`, '--'];
    const result = gitIn(repository, asked);
    const [commit, folder, ...rest] = result.kind === 'done' ? result.output.toString('latin1').split('\n') : [];
    if (isId(commit) && isId(folder) && rest.join() === '--,') return { commit, folder };
  }
  const commit = resolveCommit(repository, revision);
  return { commit, folder: commit === null ? null : verify(repository, `${commit}:${path}`) };
}

/** What follows `:/` or `{/` is part of a text to look for. */
function mayBeFollowed(revision: string): boolean {
  return /^[^-:][^:]*$/.test(revision) && !revision.includes('{/');
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
  return isId(id) ? id : null;
}

/** `^HEAD` means all but that commit, and is answered by `^` and an id. */
function isId(word: string | undefined): word is string {
  return word !== undefined && /^[0-9a-f]{40,64}$/.test(word);
}
