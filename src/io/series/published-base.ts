import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { gitIn, type Repository } from '../git/git.ts';
import { resolveCommit } from '../git/revision.ts';
import type { Workbench } from './workbench.ts';

/** The commit for `base-commit`, its full id, and what is wrong with it. */
export type PublishedBase = { readonly commit: string; readonly findings: readonly Diagnostic[] };

/**
 * What `base-commit` should name where nobody said it: the commit that the series begins on, or where its branch left
 * its upstream, since others have that; git names the patches between. A note where no remote-tracking branch and no tag
 * has it. In a repository without remote-tracking branches nothing is known, and it is where the series begins.
 */
export function publishedBase({ source: { repository } }: Workbench, start: string): PublishedBase {
  const known = { commit: start, findings: [] };
  if (answer(repository, ['for-each-ref', '--count=1', '--format=x', 'refs/remotes']) === '') return known;
  const upstream = resolveCommit(repository, '@{upstream}');
  const shared = upstream === null ? null : answer(repository, ['merge-base', start, upstream]);
  if (shared === start) return known;
  const between = shared ? Number(answer(repository, ['rev-list', '--count', `${shared}..${start}`])) : 0;
  const commit = shared && between <= MOST_BETWEEN ? shared : start;
  const having = ['for-each-ref', '--count=1', '--format=x', `--contains=${commit}`, 'refs/remotes', 'refs/tags'];
  if (answer(repository, having) !== '') return { commit, findings: [] };
  const message = `base-commit is ${commit.slice(0, 12)}, which no remote-tracking branch has: who gets the mails may not know it`;
  const finding = diagnostic('base-unpublished', message, placeOfFile(repository.topLevel));
  return { commit, findings: [withNext(finding, 'Name a published commit with `--base`, or say `--no-base`.')] };
}

/** git names each patch between in the letter. */
const MOST_BETWEEN = 100;

/** Without its last line end; empty where git has no answer. */
function answer(repository: Repository, asked: readonly string[]): string {
  const result = gitIn(repository, asked);
  return result.kind === 'done' ? result.output.toString('latin1').trim() : '';
}
