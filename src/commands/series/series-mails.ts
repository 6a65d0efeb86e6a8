import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { BuiltCommit } from '../../io/series/built-commit.ts';
import { formatMails, type Mail, type MailFlags } from '../../io/series/mails/format-mails.ts';
import { earlierChangelogs, titleOf } from '../../io/series/mails/patch-remarks.ts';
import { matchingCommits } from '../../io/series/matching-commits.ts';
import { isPatch } from '../../io/series/previous-version.ts';
import type { SeriesStart } from '../../io/series/series-start.ts';
import type { Workbench } from '../../io/series/workbench.ts';
import { toolVersion } from '../../report/tool-version.ts';
import { type CoverInput, coverLetter, remarksOfOne } from '../../series/cover/cover-letter.ts';
import { patchChanges } from '../../series/cover/patch-remarks.ts';
import type { BlameFigure, SeriesPlan } from '../../series/series-plan.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { SeriesOptions } from '../options.ts';
import { addressMails } from '../series-addresses.ts';
import { recordedCommand } from './recorded-command.ts';
import type { Previous } from './series-previous.ts';
import { coverMissing, sourcesUnreachable } from './series-refusals.ts';
import type { SeriesTask } from './series-task.ts';
import { uncommittedSources } from './uncommitted-sources.ts';

/** What the mails of a series are about. */
export type MadePatches = {
  readonly start: SeriesStart;
  /** A full id; null where none is named. */
  readonly base: string | null;
  readonly previous: Previous | null;
  readonly commits: readonly BuiltCommit[];
  readonly plan: SeriesPlan;
  readonly blame: readonly BlameFigure[];
  readonly checks: readonly string[];
  /** What `verify` proved of these patches; absent: it does not know them. */
  readonly proved?: readonly string[];
};

export type WrittenMails =
  | { readonly kind: 'mails'; readonly mails: readonly Mail[]; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** The mails of a series: a letter first, where there are several patches. */
export function writeMails(task: SeriesTask, made: MadePatches): WrittenMails {
  const { bench, options, sources, root, shell } = task;
  const { start, base, previous, commits, plan, blame, checks } = made;
  const uncommitted = uncommittedSources(bench, start.commit, sources, shell);
  const input: CoverInput = {
    plan,
    series: sources.series,
    run: {
      version: toolVersion(),
      commandLine: recordedCommand(options, start.commit, root, shell.cwd),
      uncommitted,
      checks,
      proved: made.proved ?? [],
    },
    blame,
    previous:
      previous?.changelog == null
        ? null
        : { version: previous.version, changelog: previous.changelog, earlier: earlierIn(previous.mails[0]) },
  };
  const isAlone = commits.length === 1;
  const remarks = isAlone ? [remarksOfOne(input)] : changesOfAll(bench, start, commits, previous);
  const cover = isAlone ? null : coverLetter(input);
  const formatted = formatMails(bench, start, commits, cover, mailFlags(options, base, previous), remarks);
  if (formatted.kind === 'refused') return formatted;
  const addressed = addressMails(task, formatted.mails, cover !== null);
  if (addressed.kind === 'refused') return addressed;
  const isOfEdit = plan.patches.some((patch) => patch.kind === 'made' && patch.topic === 'reclassify');
  const missing = [
    ...(isAlone ? [] : coverMissing(sources)),
    // Mails of an edit do not name the command.
    ...(isOfEdit ? [] : sourcesUnreachable(sources, uncommitted.absent)),
  ];
  return { ...addressed, findings: [...missing, ...addressed.findings] };
}

function earlierIn(mail: SourceText | undefined): readonly string[] {
  return mail === undefined ? [] : earlierChangelogs(mail.text);
}

/**
 * The changes of each patch: those of this version and, where the version before has the patch, those that it told. With
 * one header more or less, titles end in `of disk.h` or do not; of another title, git tells which patch it was.
 */
function changesOfAll(
  bench: Workbench,
  start: SeriesStart,
  commits: readonly BuiltCommit[],
  previous: Previous | null,
): readonly string[] {
  if (previous === null) return [];
  const titles = commits.map(({ message }) => message.split('\n', 1)[0] ?? '');
  const patches = previous.mails.filter(isPatch);
  const titled = titles.map((title) => mailTitled(title, patches));
  const range = { from: start.commit, to: commits.at(-1)?.id ?? start.commit };
  const isAsked = titled.includes(null) && patches.length > 0 && previous.range !== null;
  const matching = isAsked && previous.range !== null ? matchingCommits(bench, previous.range, range) : new Map();
  return commits.map(({ patch }, at) => {
    const other = patches[matching.get(at) ?? -1];
    const isFree = other !== undefined && !titled.includes(other);
    const before = titled[at] ?? (isFree ? other : null);
    const old = titled[at] === null && before !== null ? titleOf(before.text) : null;
    const changes = patchChanges(patch, previous.version, previous.ofHeaders, old).trimEnd();
    return [changes, ...(before === null ? [] : earlierChangelogs(before.text))].filter(Boolean).join('\n\n');
  });
}

function mailTitled(title: string, mails: readonly SourceText[]): SourceText | null {
  const titled = (isLike: (other: string) => boolean): readonly SourceText[] =>
    mails.filter(({ text }) => isLike(titleOf(text)));
  const [same] = titled((other) => other === title);
  const alike = titled((other) => other.startsWith(`${title} of `) || title.startsWith(`${other} of `));
  return same ?? (alike.length === 1 ? (alike[0] ?? null) : null);
}

function mailFlags(options: SeriesOptions, base: string | null, previous: Previous | null): MailFlags {
  const { subjectPrefix, rfc, rerollCount, to, cc, thread, inReplyTo, findCopies } = options;
  return {
    ...{ subjectPrefix, rfc, rerollCount, to, cc, base, thread, inReplyTo, findCopies },
    rangeDiff: previous?.range ?? null,
  };
}
