import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { baseName } from '../../text/file-path.ts';
import { placeOfFile } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { resolveCommit } from '../git/revision.ts';
import { readInputFile } from '../input-file.ts';
import { lookThrough } from '../look.ts';
import { errorCode } from '../system-error.ts';
import type { CommitRange } from './commit-range.ts';
import { pickMail } from './mails/pick-mail.ts';
import { versionOf } from './mails/put-mails.ts';
import type { SeriesStart } from './series-start.ts';
import type { Workbench } from './workbench.ts';

/** The version before. */
export type PreviousVersion = {
  readonly range: CommitRange;
  /** None where commits were named. */
  readonly mails: readonly SourceText[];
};

/**
 * The version that `--previous` names: a folder of mails, relative to `cwd`, or a range of commits `A..B`. Of a folder
 * with several versions the last before `reroll` (1 for a series without `-v`) counts. Mails are made commits on the
 * commit that their `base-commit` names, unless they name patches between; else on where the series begins.
 */
export function readPrevious(
  bench: Workbench,
  start: SeriesStart,
  cwd: string,
  spelt: string,
  reroll: number,
): PreviousVersion | Diagnostic {
  const folder = resolve(cwd, spelt);
  if (lookThrough(folder)?.isDirectory()) return ofMails(bench, start, folder, spelt, reroll);
  const [, from, to] = /^(.*[^.])\.\.([^.].*)$/.exec(spelt) ?? [];
  if (from === undefined || to === undefined) {
    return unusable(spelt, 'it is neither a directory of mails nor a range of commits A..B');
  }
  const { repository } = bench.source;
  const range = { from: resolveCommit(repository, from), to: resolveCommit(repository, to) };
  if (range.from === null || range.to === null) {
    return unusable(spelt, `git knows no commit '${range.from === null ? from : to}'`);
  }
  return { range: { from: range.from, to: range.to }, mails: [] };
}

function ofMails(
  bench: Workbench,
  start: SeriesStart,
  folder: string,
  spelt: string,
  reroll: number,
): PreviousVersion | Diagnostic {
  const mails: SourceText[] = [];
  const names = namesIn(folder);
  if (names === null) return unusable(spelt, 'the directory cannot be listed');
  for (const name of lastVersion(names, reroll)) {
    const mail = readInputFile(folder, name, LARGEST_MAIL);
    if ('code' in mail) return unusable(spelt, mail.message);
    mails.push({ ...mail, path: join(spelt, name) });
  }
  const patches = mails.filter(isPatch);
  if (patches.length === 0) return unusable(spelt, 'it has no mails of an earlier version');
  const needsMore = mails.some(({ text }) => /^prerequisite-patch-id: /m.test(text));
  const named = needsMore
    ? undefined
    : mails.map(({ text }) => /^base-commit: ([0-9a-f]{40,64})$/m.exec(text)?.[1]).find(Boolean);
  const from = (named === undefined ? null : resolveCommit(bench.source.repository, named)) ?? start.commit;
  let to = from;
  for (const patch of patches) {
    const picked = pickMail(bench, start, to, patch, false);
    if ('code' in picked) return unusable(spelt, picked.message);
    to = picked.id;
  }
  return { range: { from, to }, mails };
}

/** A cover letter has no patch. */
export function isPatch({ path }: Pick<SourceText, 'path'>): boolean {
  return !/^(v[^-/]+-)?0+-/.test(baseName(path));
}

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    // Only what the system says is an answer.
    errorCode(error);
    return null;
  }
}

/** Bytes; a series of a header of thousands of functions has mails of some. */
const LARGEST_MAIL = 1 << 28;

function lastVersion(names: readonly string[], reroll: number): readonly string[] {
  const numbers = names.map((name) => numberOf(versionOf(name)));
  const last = Math.max(...numbers.filter((number) => number < reroll));
  return names.filter((_, at) => numbers[at] === last);
}

/** `v2` is 2, no version 1; what is no mail is never before a version. */
function numberOf(version: string | null): number {
  if (version === null) return Number.POSITIVE_INFINITY;
  return version === '' ? 1 : Number.parseFloat(version.slice(1));
}

function unusable(spelt: string, reason: string): Diagnostic {
  const message = `the previous version, ${spelt}, cannot be read: ${reason}`;
  return diagnostic('previous-unusable', message, placeOfFile(spelt));
}
