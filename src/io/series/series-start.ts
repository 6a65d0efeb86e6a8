import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { gitIn } from '../git/git.ts';
import { readCommit, resolveCommit } from '../git/revision.ts';
import { type Person, readPerson } from './mails/person.ts';
import type { Workbench } from './workbench.ts';

/** What every commit of a series is made with. */
export type SeriesStart = {
  /** The commit that the series begins on, its full id. */
  readonly commit: string;
  readonly author: Person;
  readonly committer: Person;
  /** The committer's date of that commit, for all commits and mails: seconds and zone, `1600000000 +0200`. */
  readonly date: string;
};

/** `revision` as the user spelt it; null stands for HEAD. */
export function startSeries(bench: Workbench, revision: string | null): SeriesStart | Diagnostic {
  const { repository } = bench.source;
  const spelt = revision ?? 'HEAD';
  const read = readCommit(repository, spelt);
  if (read === null) return noCommit(spelt, repository.topLevel);
  const author = readPerson(repository, 'AUTHOR');
  if ('code' in author) return author;
  const committer = readPerson(repository, 'COMMITTER');
  if ('code' in committer) return committer;
  return { commit: read.commit, author, committer, date: usableDate(read.date) };
}

/** Old commits have zones that git reads and does not write. */
function usableDate(date: string): string {
  const [seconds = '0', zone = ''] = date.split(' ');
  return `${seconds} ${/^[-+](?:0\d|1[0-4])[0-5]\d$/.test(zone) ? zone : '+0000'}`;
}

/** The commit that `--base` names; `auto` is where the current branch left its upstream. Full id. */
export function resolveBase(bench: Workbench, start: SeriesStart, spelt: string): string | Diagnostic {
  const { repository } = bench.source;
  if (spelt !== 'auto') return resolveCommit(repository, spelt) ?? noCommit(spelt, repository.topLevel);
  const upstream = resolveCommit(repository, '@{upstream}');
  const shared = upstream === null ? null : gitIn(repository, ['merge-base', start.commit, upstream]);
  if (shared?.kind === 'done') return shared.output.toString('latin1').trim();
  const message = "'auto' is the commit where the branch left its upstream, but it has none";
  const finding = diagnostic('revision-unknown', message, placeOfFile(repository.topLevel));
  return withNext(finding, 'Name the commit after `--base`, or set the upstream of the branch.');
}

function noCommit(revision: string, folder: string): Diagnostic {
  const unknown = diagnostic('revision-unknown', `git knows no commit '${revision}'`, placeOfFile(folder));
  if (revision !== 'HEAD') return unknown;
  const empty = diagnostic('revision-unknown', 'the branch has no commit yet', placeOfFile(folder));
  return withNext(empty, 'Commit the tree first: a series is made on a commit.');
}
