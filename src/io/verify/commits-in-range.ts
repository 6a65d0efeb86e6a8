import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../text/place.ts';
import { gitIn } from '../git/git.ts';
import { resolveCommit } from '../git/revision.ts';
import type { SourceRepository } from '../series/source-repository.ts';

/** A commit and the one before it, full ids; the subject is bytes (latin1). */
export type Commit = { readonly id: string; readonly parent: string; readonly subject: string };

/** The commits after `from` up to `to`, oldest first; of a merge what it brings counts as one change. */
export function commitsIn(
  { repository }: SourceRepository,
  from: string,
  to: string,
): { readonly base: string; readonly commits: readonly Commit[] } | Diagnostic {
  const [base, tip] = [resolveCommit(repository, from), resolveCommit(repository, to)];
  if (base === null || tip === null) return unknown(`git knows no commit '${base === null ? from : to}'`);
  const asked = [
    'log',
    '--reverse',
    '--first-parent',
    '--no-show-signature',
    '--format=%H%x00%P%x00%s',
    `${base}..${tip}`,
    '--',
  ];
  const result = gitIn(repository, asked);
  if (result.kind !== 'done') return unknown(result.message);
  const lines = result.output.toString('latin1').split('\n').filter(Boolean);
  const commits = lines.map((line): Commit => {
    const [id = '', parents = '', subject = ''] = line.split('\0');
    return { id, parent: parents.split(' ')[0] ?? '', subject };
  });
  const [first] = commits;
  if (first === undefined) return unknown(`no commit leads from '${from}' to '${to}'`);
  if (first.parent !== base) return unknown(`'${to}' is not made on '${from}'`);
  return { base, commits };
}

function unknown(message: string): Diagnostic {
  return diagnostic('revision-unknown', message, placeOfFile('.'));
}
