import { type Diagnostic, diagnostic } from '../../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../../text/place.ts';
import { gitIn, type Repository } from '../../git/git.ts';
import { isUtf8 } from './transfer-encoding.ts';

/** Bytes (latin1), as git writes them into a commit. */
export type Person = { readonly name: string; readonly email: string };

/**
 * Who the user is, from git's configuration or the environment variables that overrule it. A name that git would guess
 * from the system's list of users counts as none: it would stand in a mail.
 */
export function readPerson(repository: Repository, role: 'AUTHOR' | 'COMMITTER'): Person | Diagnostic {
  const { topLevel } = repository;
  const result = gitIn(repository, ['-c', 'user.useConfigOnly=true', 'var', `GIT_${role}_IDENT`]);
  const found =
    result.kind === 'done' ? /^([^<>]*) <([^<>]*)> \d+ [-+]\d+$/.exec(result.output.toString('latin1').trim()) : null;
  const [, name, email] = found ?? [];
  const who = role === 'AUTHOR' ? 'author' : 'committer';
  if (name !== undefined && email !== undefined) {
    if (isUtf8(name + email)) return { name, email };
    const message = `the ${who}'s name is not UTF-8, as mails need it`;
    return diagnostic('identity-missing', message, placeOfFile(topLevel));
  }
  const lines = result.kind === 'done' ? [] : result.message.split('\n');
  const reason = lines.findLast((line) => line.startsWith('fatal: '))?.slice(7) ?? 'it has no name and address';
  return diagnostic('identity-missing', `git cannot say who the ${who} is: ${reason}`, placeOfFile(topLevel));
}

/** `Name <address>` */
export function formatPerson({ name, email }: Person): string {
  return `${name} <${email}>`;
}
