import { BenchFailure } from './bench-git.ts';
import type { Person } from './mails/person.ts';
import type { SeriesStart } from './series-start.ts';
import { benchGit, benchOutput, type Workbench } from './workbench.ts';

/** Gives the workbench's index the tree of a commit. */
export function readIntoIndex(bench: Workbench, commit: string): void {
  benchOutput(bench, 'read a tree', ['read-tree', commit]);
}

export type IndexCommit = {
  readonly on: string;
  readonly author: Person;
  /** In any form that git reads. */
  readonly date: string;
  readonly message: string;
};

/** Commits the workbench's index, without hooks or signature; the id, or null when git does not accept the date. */
export function commitIndex(
  bench: Workbench,
  { committer, date }: SeriesStart,
  { on, author, date: authored, message }: IndexCommit,
): string | null {
  const tree = benchOutput(bench, 'write a tree', ['write-tree', '--missing-ok']).trim();
  const environment = {
    ...personEnvironment('AUTHOR', author, authored),
    ...personEnvironment('COMMITTER', committer, date),
  };
  const result = benchGit(bench, ['commit-tree', tree, '-p', on, '-F', '-'], { input: message, environment });
  if (result.kind === 'done') return result.output.trim();
  if (result.message.includes('invalid date format')) return null;
  throw new BenchFailure('make a commit', result.message);
}

/** What git takes a person and a date from; a bare number of seconds would be read as a date only with `@`. */
export function personEnvironment(
  role: 'AUTHOR' | 'COMMITTER',
  { name, email }: Person,
  date: string,
): Readonly<Record<string, string>> {
  const text = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
  return {
    [`GIT_${role}_NAME`]: text(name),
    [`GIT_${role}_EMAIL`]: text(email),
    [`GIT_${role}_DATE`]: /^\d+ [-+]\d{4}$/.test(date) ? `@${date}` : date,
  };
}
