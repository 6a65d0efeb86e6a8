import type { Doubt, Fit, Fitter } from '../../coverage/fit-reports.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ReadReport } from '../../io/coverage/read-reports.ts';
import { placeOfFile } from '../../text/place.ts';

/** A message names no more paths. */
const MOST_NAMED = 3;

/** What the paths of the reports leave open: whose files they are, and which file of the tree each is. */
export function fitNotes(
  reports: readonly ReadReport[],
  fitter: Fitter,
  fit: Fit,
  files: Iterable<string>,
): readonly Diagnostic[] {
  const strange = reports.filter((report) => ![...report.files].some((path) => fitter(path).length > 0));
  return [
    ...strange.map(({ path }) =>
      diagnostic('coverage-elsewhere', `${path} speaks of no file of the tree`, placeOfFile(path)),
    ),
    ...fit.doubts(files).map((doubt) => diagnostic('coverage-ambiguous', messageOf(doubt), placeOfFile(doubt.file))),
  ];
}

function messageOf(doubt: Doubt): string {
  return doubt.kind === 'paths'
    ? `${doubt.file} fits several paths of the reports, and none is taken: ${named(doubt.reported)}`
    : `${doubt.reported} fits several files: it is taken for ${doubt.file}, not for ${named(doubt.others)}`;
}

function named(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMED ? ', …' : '';
  return `${paths.slice(0, MOST_NAMED).join(', ')}${more}`;
}
