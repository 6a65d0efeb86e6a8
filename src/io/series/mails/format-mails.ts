import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, withNext } from '../../../diagnostics/diagnostic.ts';
import type { CoverLetter } from '../../../series/series-plan.ts';
import { placeOfFile } from '../../../text/place.ts';
import { decoded } from '../bench-git.ts';
import type { BuiltCommit } from '../built-commit.ts';
import { personEnvironment } from '../commit-index.ts';
import { mailHazard } from '../commit-message.ts';
import type { CommitRange } from '../commit-range.ts';
import type { SeriesStart } from '../series-start.ts';
import { benchGit, type Workbench } from '../workbench.ts';
import { fillCover } from './cover-mail.ts';
import { encodeAddress, encodeHeaders } from './mail-headers.ts';
import { settleMessageIds } from './message-ids.ts';
import { withRemarks } from './patch-remarks.ts';
import { encodeForTransport } from './transfer-encoding.ts';

/** As the options of `git format-patch` with these names. */
export type MailFlags = {
  /** Default: `PATCH`. */
  readonly subjectPrefix?: string | null;
  /** Puts `RFC` before the prefix. */
  readonly rfc?: boolean;
  /** `-v` */
  readonly rerollCount?: string | null;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  /** A commit's id: `resolveBase`. */
  readonly base?: string | null;
  readonly thread?: 'shallow' | 'deep' | null;
  readonly inReplyTo?: string | null;
  /** `20%`: a part file is shown as a copy of the header where they are so much alike. Default: renames alone. */
  readonly findCopies?: string | null;
  /** The version before, whose differences git writes into the cover letter. */
  readonly rangeDiff?: CommitRange | null;
};

/** A mail's bytes (latin1). `name` is git's: `v2-0001-block-split-block.h.patch`. */
export type Mail = { readonly name: string; readonly text: string };

export type Formatted =
  | { readonly kind: 'mails' /** The cover letter first, where there is one. */; readonly mails: readonly Mail[] }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/**
 * The mails of a series, as `git format-patch` writes them, with the cover letter filled in, if one is given, and with
 * what is to be said of each patch below its message. `git am` gives every byte back: a mail whose lines would not
 * survive is encoded. The same commits and flags make the same bytes.
 */
export function formatMails(
  bench: Workbench,
  start: SeriesStart,
  commits: readonly BuiltCommit[],
  cover: CoverLetter | null,
  flags: MailFlags = {},
  /** In the order of the commits, bytes (latin1); one that is missing or empty adds nothing. */
  remarks: readonly string[] = [],
): Formatted {
  const hazards = [...brokenLines(flags), ...commits.flatMap((commit) => hazardOf(commit) ?? [])];
  if (hazards.length > 0) return { kind: 'refused', findings: hazards };
  const folder = mkdtempSync(join(bench.repository.gitDir, 'mails-'));
  const range = `${start.commit}..${commits.at(-1)?.id ?? start.commit}`;
  const environment = personEnvironment('COMMITTER', start.committer, start.date);
  const withCover = cover === null ? [] : ['--cover-letter'];
  const asked = ['format-patch', '-q', ...withCover, '-o', folder, ...optionsOf(flags), range];
  const result = benchGit(bench, asked, { environment });
  if (result.kind === 'failed') return { kind: 'refused', findings: [refused(decoded(result.message))] };
  const written = readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'latin1') }));
  const encoded = written.map(({ text }) => encodeHeaders(text));
  const ahead = cover === null ? 0 : 1;
  const filled = encoded.map((text, at) =>
    cover !== null && at === 0 ? fillCover(text, cover) : withRemarks(text, remarks[at - ahead] ?? ''),
  );
  const texts = settleMessageIds(filled, start.date);
  return {
    kind: 'mails',
    mails: written.map(({ name }, at) => ({ name, text: encodeForTransport(texts[at] ?? '') })),
  };
}

function optionsOf(flags: MailFlags): readonly string[] {
  const prefix = flags.subjectPrefix ?? 'PATCH';
  // git 2.39 lets the later of the two options win; newer ones add them up.
  const options = [`--subject-prefix=${flags.rfc ? `RFC ${prefix}` : prefix}`];
  const { rerollCount, base, thread, inReplyTo, findCopies, rangeDiff } = flags;
  if (rerollCount) options.push(`--reroll-count=${rerollCount}`);
  for (const one of flags.to ?? []) options.push(`--to=${encodeAddress(one)}`);
  for (const one of flags.cc ?? []) options.push(`--cc=${encodeAddress(one)}`);
  if (base) options.push(`--base=${base}`);
  if (thread) options.push(`--thread=${thread}`);
  if (inReplyTo) options.push(`--in-reply-to=${inReplyTo}`);
  if (findCopies) options.push(`--find-copies=${findCopies}`);
  if (rangeDiff) options.push(`--range-diff=${rangeDiff.from}..${rangeDiff.to}`);
  return options;
}

/** git copies what the user gave into the mails' headers: a line break in it would begin a header of its own. */
function brokenLines({ subjectPrefix, to, cc, inReplyTo }: MailFlags): readonly Diagnostic[] {
  const given = { 'subject-prefix': [subjectPrefix], to, cc, 'in-reply-to': [inReplyTo] };
  const named = (matches: (value: string) => boolean): readonly string[] =>
    Object.entries(given).flatMap(([name, values]) => (values?.some((value) => matches(value ?? '')) ? [name] : []));
  const broken = named((value) => /\p{Cc}/u.test(value)).map((name) => {
    const finding = refused(`the value of --${name} contains a line break or another control character`);
    return withNext(finding, 'Write it on one line.');
  });
  const foreign = named((value) =>
    value.split(/[\s<>,]/).some((word) => word.includes('@') && /[^\0-\x7f]/.test(word)),
  ).map((name) => {
    const finding = refused(`the value of --${name} has an address that is not ASCII`);
    return withNext(finding, 'Only the name before an address may have other characters.');
  });
  return [...broken, ...foreign];
}

function hazardOf({ message, patch }: BuiltCommit): Diagnostic | null {
  const reason = mailHazard(message);
  if (reason === null) return null;
  const file = patch.kind === 'mail' ? patch.path : patch.kind === 'commit' ? patch.revision : patch.headers[0];
  const title = decoded(message.slice(0, message.indexOf('\n')));
  return diagnostic('message-cut', `the message of '${title}' ${reason}`, placeOfFile(file ?? '.'));
}

function refused(message: string): Diagnostic {
  return diagnostic('series-git-failed', `git cannot write the mails: ${message}`, placeOfFile('.'));
}
