import { join } from 'node:path';
import { assertNever } from '../../diagnostics/assert-never.ts';
import { formatPatch } from '../../diff/format-patch.ts';
import { blobId } from '../../io/git/git.ts';
import { jsonReport } from '../../report/json.ts';
import { printable } from '../../report/printable.ts';
import type { SeriesPatch } from '../../series/series-plan.ts';
import { withoutCommands } from '../../text/runner-commands.ts';
import { bytesOfText, displayText } from '../../text/source-text.ts';
import { type SeriesOptions, STANDARD_OUTPUT } from '../options.ts';
import { countReadByTokens, tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';
import type { MadeSeries, SeriesOutcome } from './make-series.ts';

/** Tells what was written: the mails' names as `git format-patch` does, and on stderr what a person should know. */
export function tellSeries(
  outcome: Extract<SeriesOutcome, { kind: 'made' | 'nothing' }>,
  options: SeriesOptions,
  shell: Shell,
): number {
  if (outcome.kind === 'nothing') {
    if (options.format === 'json') shell.stdout(report(outcome.findings, { patches: [] }));
    else {
      tellFindings(outcome.findings, options, shell);
      shell.stderr('nothing to do; of a tree that is split already, --from REV and --since REV make mails\n');
    }
    return 0;
  }
  const { series } = outcome;
  if (options.format === 'json') {
    shell.stdout(report(series.findings, jsonOf(series, options)));
    return 0;
  }
  if (options.output === STANDARD_OUTPUT) shell.stdout(series.mails.map(({ text }) => text).join(''));
  else {
    for (const { name } of series.mails)
      shell.stdout(bytesOfText(withoutCommands(`${printable(join(options.output ?? '.', name))}\n`)));
  }
  tellFindings(series.findings, options, shell);
  shell.stderr(`${displayText(offered(series) + alsoChanged(series))}${summaryOf(series, options)}`);
  return 0;
}

function report(findings: MadeSeries['findings'], extra: Readonly<Record<string, unknown>>): string {
  return jsonReport({ command: 'series', exitCode: 0, findings, extra });
}

function jsonOf(series: MadeSeries, { output, branch }: SeriesOptions): Readonly<Record<string, unknown>> {
  const { start, commits, mails, blame, checks, changelog, offers, readByTokens } = series;
  const ahead = mails.length - commits.length;
  return {
    from: start.commit,
    output,
    branch,
    coverLetter: ahead === 0 ? null : (mails[0]?.name ?? null),
    patches: commits.map(({ patch, message }, at) => ({
      mail: mails[at + ahead]?.name ?? null,
      subject: displayText(message.slice(0, message.indexOf('\n'))),
      ...describe(patch),
    })),
    changelog,
    checks,
    readByTokens,
    blame,
    offers: offers.map(({ header, change }) => ({
      file: change.path,
      header,
      patch: displayText(hunksOf([change])),
    })),
  };
}

function describe(patch: SeriesPatch): Readonly<Record<string, unknown>> {
  switch (patch.kind) {
    case 'mail':
      return { kind: 'prerequisite', from: patch.path };
    case 'commit':
      return { kind: 'prerequisite', from: patch.revision };
    case 'made': {
      const files = patch.changes.map(({ kind, path }) => ({ path, kind }));
      return { kind: patch.topic, headers: patch.headers, part: patch.part, files };
    }
    default:
      return assertNever(patch);
  }
}

function offered({ offers }: MadeSeries): string {
  if (offers.length === 0) return '';
  const hunks = offers.map(({ change }) => hunksOf([change]));
  return `What the series file could have under 'consumers', each on the tree that the series leaves:\n${hunks.join('')}`;
}

/** What the series changes without being asked. */
function alsoChanged({ proposed }: MadeSeries): string {
  if (proposed.length === 0) return '';
  return `also changed: ${proposed.join(', ')}; \`consumers: []\` in a series file leaves such files alone\n`;
}

function hunksOf(changes: Parameters<typeof formatPatch>[0]): string {
  return formatPatch(changes, { blobId: (content) => blobId(content, 'sha1') });
}

function summaryOf({ commits, blame, start, readByTokens }: MadeSeries, { branch }: SeriesOptions): string {
  const count = commits.length === 1 ? '1 patch' : `${commits.length} patches`;
  const moved = blame.reduce((sum, one) => sum + one.moved, 0);
  const traced = blame.reduce((sum, one) => sum + one.traced, 0);
  const share =
    moved === 0 ? '' : `; git blame follows ${Math.floor((traced * 100) / moved)} % of ${moved} moved lines`;
  const made = branch === null ? '' : `branch '${branch}' made\n`;
  return `${count} on ${start.commit.slice(0, 12)}${share}\n${made}${countReadByTokens(readByTokens)}`;
}
