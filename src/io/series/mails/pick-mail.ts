import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../../../diagnostics/diagnostic.ts';
import { placeOfFile } from '../../../text/place.ts';
import { decoded } from '../bench-git.ts';
import type { Picked } from '../built-commit.ts';
import { commitIndex, readIntoIndex } from '../commit-index.ts';
import { commitMessage, signOff } from '../commit-message.ts';
import type { SeriesStart } from '../series-start.ts';
import { benchGit, type Workbench } from '../workbench.ts';

/**
 * Makes the commit that `git am` would make of a mail (latin1), author and message kept, on top of the commit `on`.
 * Without a date the commit has the series' own. `path` is for messages.
 */
export function pickMail(
  bench: Workbench,
  start: SeriesStart,
  on: string,
  { path, text }: { readonly path: string; readonly text: string },
  signed: boolean,
): Picked {
  if ((text.match(SEPARATOR) ?? []).length > 1) {
    return unusable(path, 'it contains several mails');
  }
  const { gitDir } = bench.repository;
  const [bodyFile, patchFile] = [join(gitDir, 'mail-body'), join(gitDir, 'mail-patch')];
  const asked = ['mailinfo', '--encoding=UTF-8', bodyFile, patchFile];
  const info = benchGit(bench, asked, { input: withoutTransportLineEnds(text) });
  if (info.kind === 'failed') return unusable(path, decoded(info.message));
  const [name, email] = [fieldOf(info.output, 'Author'), fieldOf(info.output, 'Email')];
  if (name === null || email === null) return unusable(path, 'it is not a mail with an author');
  const written = commitMessage(fieldOf(info.output, 'Subject') ?? '', readFileSync(bodyFile, 'latin1'));
  if (written === '') return unusable(path, 'it has no subject');
  if (readFileSync(patchFile).length === 0) return unusable(path, 'it contains no patch');
  readIntoIndex(bench, on);
  const applied = benchGit(bench, ['apply', '--cached', '--whitespace=nowarn', patchFile]);
  if (applied.kind === 'failed') return unusable(path, decoded(applied.message));
  const message = signed ? signOff(written, start.committer) : written;
  const date = fieldOf(info.output, 'Date') ?? start.date;
  const id = commitIndex(bench, start, { on, author: { name, email }, date, message });
  return id === null ? unusable(path, 'its date is not valid') : { id, message };
}

/** Begins a mail in a file of several, as git and programs for mail write it. */
const SEPARATOR =
  /^From \S.* (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?: [-+A-Z]\S*)? \d{4}\r?$/gm;

/** A mail that came over a wire has CR at every line end; in one that git wrote, a CR belongs to a file. */
function withoutTransportLineEnds(text: string): string {
  const headers = text.slice(0, /\r?\n\r?\n/.exec(text)?.index ?? text.length);
  return headers.includes('\n') && !/[^\r]\n/.test(headers) ? text.replaceAll('\r\n', '\n') : text;
}

/** Of mailinfo's output; null when it is missing or empty. */
function fieldOf(info: string, field: string): string | null {
  return new RegExp(`^${field}: (.+)$`, 'm').exec(info)?.[1] ?? null;
}

function unusable(path: string, reason: string): Diagnostic {
  return diagnostic('prerequisite-unusable', `the mail ${path} cannot be applied: ${reason}`, placeOfFile(path));
}
