import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { fillCoverCc } from '../io/series/cc-command.ts';
import type { Mail } from '../io/series/mails/format-mails.ts';
import { placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { SeriesTask } from './series/series-task.ts';

export type Addressed =
  | { readonly kind: 'mails'; readonly mails: readonly Mail[]; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** Has the program that the series file names fill in Cc, where the user allowed it; else says that it was left out. */
export function addressMails(
  { bench, sources: { series }, options }: SeriesTask,
  mails: readonly Mail[],
  hasLetter: boolean,
): Addressed {
  const command = series.ccCommand ?? [];
  if (command.length === 0 || !('source' in series)) return { kind: 'mails', mails, findings: [] };
  if (!options.runCcCommand) return { kind: 'mails', mails, findings: [notRun(command, series.source)] };
  const addressed = fillCoverCc(bench, mails, command, hasLetter);
  if (addressed.kind === 'refused') return { kind: 'refused', findings: [addressed.finding] };
  return { kind: 'mails', mails: addressed.mails, findings: [] };
}

function notRun(command: readonly string[], source: SourceText): Diagnostic {
  const message = `Cc has only the addresses of the options, as this was not run: ${command.join(' ')}`;
  const key = /^(["']?)cc_command\1/m.exec(source.text);
  const start = key?.index ?? 0;
  return diagnostic('cc-command-not-run', message, placeOf(source, { start, end: start + (key?.[0].length ?? 0) }));
}
