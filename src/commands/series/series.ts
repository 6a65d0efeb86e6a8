import { stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { createBranch, takeBranchBack } from '../../io/series/create-branch.ts';
import { putMails } from '../../io/series/mails/put-mails.ts';
import { findSource } from '../../io/series/source-repository.ts';
import { onWorkbench } from '../../io/series/workbench.ts';
import { startProgress } from '../../report/progress.ts';
import { findRoot } from '../open-tree.ts';
import { type SeriesOptions, STANDARD_OUTPUT } from '../options.ts';
import { refuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { makeSeries } from './make-series.ts';
import { isReclassification, makeReclassification } from './reclassify.ts';
import { readSeriesSources } from './series-sources.ts';
import { tellSeries } from './tell-series.ts';

/**
 * Writes the mails of a patch series, or its commits to a new branch. All mails are written or none; nothing else is
 * changed.
 */
export async function runSeries(options: SeriesOptions, shell: Shell): Promise<number> {
  const sources = await readSeriesSources(options.sources, shell);
  const found = findRoot(options.root, shell);
  if (found.kind === 'refused') return refuse('series', [...sources.findings, ...found.findings], options, shell);
  const { folder: root, lookup } = found;
  const source = findSource(root, lookup);
  if ('code' in source) return refuse('series', [...sources.findings, source], options, shell);
  if (stopsTheRun(sources.findings)) return refuse('series', sources.findings, options, shell);
  const progress = startProgress(shell);
  const result = await onWorkbench(source, async (bench) => {
    const task = { bench, root, sources, options, shell, progress };
    const outcome = await (isReclassification(task) ? makeReclassification(task) : makeSeries(task));
    progress.done();
    if (outcome.kind !== 'made') return outcome;
    const { start, commits, mails } = outcome.series;
    const tip = commits.at(-1)?.id ?? start.commit;
    // The branch comes first, as it can be taken back: mails may have replaced those of a former run.
    const unmade = options.branch === null ? null : createBranch(bench, options.branch, start.commit, tip);
    const folder = options.output === STANDARD_OUTPUT ? null : options.output;
    const unwritten = unmade ?? (folder === null ? null : putMails(shell.cwd, folder, mails));
    if (unmade === null && unwritten !== null && options.branch !== null) takeBranchBack(bench, options.branch, tip);
    return unwritten === null
      ? outcome
      : { kind: 'refused' as const, findings: [...outcome.series.findings, unwritten] };
  });
  progress.done();
  if (result.kind === 'failed') return refuse('series', [result.finding], options, shell);
  const outcome = result.value;
  if (outcome.kind === 'refused') return refuse('series', outcome.findings, options, shell);
  return tellSeries(outcome, options, shell);
}
