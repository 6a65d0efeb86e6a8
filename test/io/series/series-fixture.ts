import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { FileChange } from '../../../src/diff/file-change.ts';
import { type Built, buildCommits } from '../../../src/io/series/build-commits.ts';
import type { BuiltCommit } from '../../../src/io/series/built-commit.ts';
import { formatMails, type Mail, type MailFlags } from '../../../src/io/series/mails/format-mails.ts';
import { type SeriesStart, startSeries } from '../../../src/io/series/series-start.ts';
import { findSource } from '../../../src/io/series/source-repository.ts';
import { onWorkbench, type Workbench } from '../../../src/io/series/workbench.ts';
import type { CoverLetter, MadePatch, SeriesPatch } from '../../../src/series/series-plan.ts';
import { makeFirstCommit } from '../first-commit.ts';
import { identify, initRepository } from '../init-repository.ts';
import { git, inTemporaryFolder, putFiles } from '../temporary-folder.ts';

export const cover: CoverLetter = { subject: 'Split a header', body: 'Because.\n' };

/** Runs `work` in a new repository of one commit with these files (latin1), whose configuration names a user. */
export function inRepository(
  files: Readonly<Record<string, string>>,
  work: (top: string, folder: string) => void | Promise<void>,
): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const top = join(folder, 'top');
    mkdirSync(top);
    putFiles(top, files);
    makeRepository(top);
    await work(top, folder);
  });
}

export function makeRepository(top: string): void {
  const isNew = initRepository(top);
  identify(join(top, '.git'));
  if (isNew && makeFirstCommit(top, '1599992800 +0200')) return;
  git(top, 'add', '-A');
  git(top, 'commit', '-q', '--allow-empty', '--date=2020-09-13T12:26:40+0200', '-m', 'before');
}

/** A patch that the tool makes, of a file's content before and after (null: there is none). */
export function made(
  subject: string,
  files: Readonly<Record<string, readonly [string | null, string | null]>>,
  body = '',
): MadePatch {
  const changes = Object.entries(files).map(([path, [before, after]]): FileChange => {
    if (before === null) return { kind: 'create', path, mode: '100644', after: after ?? '' };
    if (after === null) return { kind: 'delete', path, mode: '100644', before };
    return { kind: 'modify', path, mode: '100644', before, after };
  });
  return { kind: 'made', topic: 'split', headers: ['a.h'], part: null, subject, body, changes };
}

export type Site = { readonly bench: Workbench; readonly start: SeriesStart };

/** `work` on a workbench of the repository at `root`; a refusal to begin throws its code and message. */
export async function onSite<T>(
  root: string,
  work: (site: Site) => T | Promise<T>,
  revision: string | null = null,
): Promise<T> {
  const source = sound(findSource(root));
  const result = await onWorkbench(source, (bench) => work({ bench, start: sound(startSeries(bench, revision)) }));
  if (result.kind === 'failed') throw new Error(messageOf(result.finding));
  return result.value;
}

/** The commits of the patches; a refusal throws. */
export function built(
  { bench, start }: Site,
  patches: readonly SeriesPatch[],
  signOff = false,
): readonly BuiltCommit[] {
  const result: Built = buildCommits(bench, start, start.commit, patches, { signOff });
  if (result.kind === 'refused') throw new Error(messageOf(result.finding));
  return result.commits;
}

/** The mails of the patches on HEAD. */
export function mailsOf(
  root: string,
  patches: readonly SeriesPatch[],
  flags: MailFlags = {},
  letter: CoverLetter = cover,
): Promise<readonly Mail[]> {
  return onSite(root, (site) => {
    const result = formatMails(site.bench, site.start, built(site, patches), letter, flags);
    if (result.kind === 'refused') throw new Error(result.findings.map(messageOf).join('\n'));
    return result.mails;
  });
}

/** Applies the mails but the cover letter to a clean clone, as a maintainer does; the clone. */
export function applyMails(top: string, folder: string, mails: readonly Mail[], name = 'clone'): string {
  git(folder, 'clone', '-q', top, name);
  const clone = join(folder, name);
  const files = writeMails(join(folder, `${name}-mails`), mails);
  git(clone, 'am', '-q', ...files.slice(1));
  return clone;
}

export function writeMails(folder: string, mails: readonly Mail[]): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return mails.map(({ name, text }) => {
    writeFileSync(join(folder, name), text, 'latin1');
    return join(folder, name);
  });
}

/** Every file below a folder, those of git included, with its bytes and mode; a link or folder by its name. */
export function everyByte(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(realpathSync(folder), { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    found[path] = entry.isFile() ? readFileSync(path, 'latin1') : '(no file)';
  }
  return found;
}

export function sound<T extends object>(value: T | Diagnostic): T {
  if (isDiagnostic(value)) throw new Error(messageOf(value));
  return value;
}

export function messageOf({ code, message }: Diagnostic): string {
  return `${code}: ${message}`;
}

function isDiagnostic(value: object): value is Diagnostic {
  return 'code' in value && 'places' in value;
}
