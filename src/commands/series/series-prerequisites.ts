import { assertNever } from '../../diagnostics/assert-never.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { buildCommits } from '../../io/series/build-commits.ts';
import { changesBetween } from '../../io/series/changes-between.ts';
import type { SeriesStart } from '../../io/series/series-start.ts';
import type { Workbench } from '../../io/series/workbench.ts';
import type { Prerequisite } from '../../manifest/series/series-file.ts';
import type { AppliedPrerequisite, SeriesInput } from '../../series/series-input.ts';
import type { SeriesPatch } from '../../series/series-plan.ts';
import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { SeriesSources } from './series-sources.ts';

/** Applies prerequisites for `planSeries` as git does, and remembers in `changed` what they change. */
export function applyPrerequisites(
  bench: Workbench,
  start: SeriesStart,
  { series, mails }: SeriesSources,
  changed: Map<SeriesPatch, readonly FileChange[]>,
): NonNullable<SeriesInput['applyPrerequisite']> {
  return async (prerequisite, { patches }): Promise<AppliedPrerequisite> => {
    const patch = patchOf(prerequisite, mails);
    const built = buildCommits(bench, start, start.commit, [...patches, patch]);
    if (built.kind === 'refused') {
      return {
        kind: 'refused',
        findings: [at(built.finding, prerequisite, 'source' in series ? series.source : null)],
      };
    }
    const [before, after] = [start.commit, ...built.commits.map(({ id }) => id)].slice(-2);
    if (before === undefined || after === undefined) throw new Error('a prerequisite that became no commit');
    const changes = changesBetween(bench, before, after);
    changed.set(patch, changes);
    return { kind: 'applied', patch, changes };
  };
}

function patchOf(
  prerequisite: Prerequisite,
  mails: SeriesSources['mails'],
): Extract<SeriesPatch, { kind: 'mail' | 'commit' }> {
  switch (prerequisite.kind) {
    case 'commit':
      return { kind: 'commit', revision: prerequisite.revision.value };
    case 'mail': {
      const mail = mails.get(prerequisite);
      if (mail === undefined) throw new Error('a mail that was not read');
      return { kind: 'mail', ...mail };
    }
    default:
      return assertNever(prerequisite);
  }
}

/** Told where the series file names the prerequisite. */
function at(finding: Diagnostic, { span }: Prerequisite, source: SourceText | null): Diagnostic {
  return source === null ? finding : { ...finding, places: [{ place: placeOf(source, span) }] };
}
