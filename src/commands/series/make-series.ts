import { type Diagnostic, stopsTheRun, withNext } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { buildId } from '../../io/audit/build-id.ts';
import { pathInTree } from '../../io/path-in-tree.ts';
import { blameFigures } from '../../io/series/blame-figures.ts';
import { buildCommits } from '../../io/series/build-commits.ts';
import type { BuiltCommit } from '../../io/series/built-commit.ts';
import type { Mail } from '../../io/series/mails/format-mails.ts';
import { readProjectLog } from '../../io/series/project-log.ts';
import type { SeriesStart } from '../../io/series/series-start.ts';
import { treeAtCommit, type Workbench } from '../../io/series/workbench.ts';
import { findRecord } from '../../io/verify/proof-records.ts';
import { proofStore } from '../../io/verify/proof-store.ts';
import { keptState } from '../../io/verify/state-folder.ts';
import { searchAhead } from '../../plan/search-ahead.ts';
import { toolVersion } from '../../report/tool-version.ts';
import { planSeries } from '../../series/plan-series.ts';
import type { BlameFigure, SeriesPatch, SeriesPlan } from '../../series/series-plan.ts';
import { afterChanges, stateOf } from '../../series/tree-states.ts';
import { rememberSearches } from '../../text/remember-searches.ts';
import { patchesText } from '../../verify/proof-record.ts';
import { checkComplete } from '../check-paths.ts';
import { dividingSeries } from '../members/division-of.ts';
import { type ReadByTokens, readByTokens } from '../report-run.ts';
import { otherSplits } from '../split-otherwise.ts';
import { beginSeries } from './begin-series.ts';
import { checkSeries } from './series-checks.ts';
import {
  type ConsumerOffer,
  consumerOffers,
  consumersOf,
  proposedFiles,
  withoutChangedConsumers,
} from './series-consumers.ts';
import { writeMails } from './series-mails.ts';
import { applyPrerequisites } from './series-prerequisites.ts';
import { changesUnfit, headersUnfit, reasonMissing, signOffMissing } from './series-refusals.ts';
import type { SeriesTask } from './series-task.ts';

/** A series as it will be written. */
export type MadeSeries = {
  readonly start: SeriesStart;
  readonly commits: readonly BuiltCommit[];
  /** The cover letter first, where there are several patches; empty when nobody wants them. */
  readonly mails: readonly Mail[];
  readonly blame: readonly BlameFigure[];
  readonly checks: readonly string[];
  readonly changelog: readonly string[] | null;
  readonly offers: readonly ConsumerOffer[];
  /** Files that the series changes because they name a header, unasked. */
  readonly proposed: readonly string[];
  readonly readByTokens: readonly ReadByTokens[];
  readonly findings: readonly Diagnostic[];
};

export type SeriesOutcome =
  | { readonly kind: 'made'; readonly series: MadeSeries }
  /** The commit is as the manifests want it. */
  | { readonly kind: 'nothing'; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** Plans a series, makes its commits, looks at what they leave and writes the mails, all on the workbench. */
export async function makeSeries(task: SeriesTask): Promise<SeriesOutcome> {
  const { bench, sources, options, progress } = task;
  const begun = beginSeries(task, options.from);
  if (begun.kind === 'refused') return begun;
  const { start, base, previous } = begun;
  const opened = treeAtCommit(bench, start.commit);
  if (opened.kind === 'unknown') return refused([opened.finding]);
  opened.tree.expect(sources.manifests.map(({ header }) => header.value));
  const unfit = headersUnfit(opened.tree, sources.manifests);
  if (unfit.length > 0) return refused(unfit);
  const tree = rememberSearches(opened.tree);
  if (sources.manifests.length > 1) searchAhead(tree, sources.manifests);
  progress.step('planning the patches ...');
  const changed = new Map<SeriesPatch, readonly FileChange[]>();
  const { series } = sources;
  const { manifests, findings: ofCallers, divided } = dividingSeries(sources.division, sources.manifests, opened.tree);
  const paths = manifests.map(({ header }) => header.value);
  const { forms, signsOff, saysNoChange } = await readProjectLog(bench, start, paths);
  const plan = await planSeries({
    tree,
    forms,
    saysNoChange,
    manifests,
    series,
    ownFiles: ownFiles(task),
    applyPrerequisite: applyPrerequisites(bench, start, sources, changed),
    planConsumers: consumersOf(sources),
    ...divided,
  });
  const incomplete = checkComplete(opened.tree);
  if (incomplete.length > 0) return refused(incomplete);
  const notes = [
    ...opened.tree.notes,
    ...sources.findings,
    ...ofCallers,
    ...begun.findings,
    ...(previous?.findings ?? []),
  ];
  if (stopsTheRun(plan.findings)) return refused([...notes, ...plan.findings, ...laterSplits(plan)]);
  if (!plan.patches.some(({ kind }) => kind === 'made'))
    return { kind: 'nothing', findings: [...notes, ...plan.findings] };
  const changesOf = (patch: SeriesPatch): readonly FileChange[] =>
    patch.kind === 'made' ? patch.changes : (changed.get(patch) ?? []);
  const changes = plan.patches.flatMap(changesOf);
  const inTheWay = changesUnfit(task, opened.tree, plan, changes);
  if (inTheWay.length > 0) return refused([...notes, ...inTheWay]);

  progress.step('making the commits ...');
  const built = buildCommits(bench, start, start.commit, plan.patches, { signOff: options.signOff });
  if (built.kind === 'refused') return refused([built.finding]);
  progress.step('checking what each patch leaves ...');
  // git blames beside this process meanwhile.
  const [blame, checks] = await Promise.all([blameOf(bench, built.commits, plan), checkSeries(tree, plan, changesOf)]);
  if (stopsTheRun(checks.findings)) return refused(checks.findings);
  const offers = consumerOffers(plan, afterChanges(stateOf(tree), changes).tree);
  const findings = withoutChangedConsumers(plan);
  const made = {
    start,
    commits: built.commits,
    blame,
    checks: checks.passed,
    changelog: previous?.changelog ?? null,
    offers,
    proposed: proposedFiles(sources, plan),
    readByTokens: readByTokens(plan.headers.flatMap(({ result }) => result.definitions)),
    findings: [
      // A build that fails after the split comes first.
      ...offers.map(({ finding }) => finding),
      ...notes,
      ...findings,
      ...reasonMissing(sources, plan),
      ...signOffMissing(task, signsOff),
    ],
  };
  if (options.output === null) return { kind: 'made', series: { ...made, mails: [] } };

  progress.step('writing the mails ...');
  const written = writeMails(task, {
    ...{ start, base, previous, blame },
    commits: built.commits,
    plan: { ...plan, findings },
    checks: checks.passed,
    proved: provedOf(task, start, plan.patches.map(changesOf)),
  });
  if (written.kind === 'refused') return written;
  return {
    kind: 'made',
    series: { ...made, mails: written.mails, findings: [...made.findings, ...written.findings] },
  };
}

/** What `verify` keeps in the git directory of exactly these patches. */
function provedOf(
  { bench }: SeriesTask,
  { commit }: SeriesStart,
  patches: readonly (readonly FileChange[])[],
): readonly string[] {
  const folder = keptState(bench.source.repository);
  if (folder === null) return [];
  return findRecord(proofStore(folder, buildId(toolVersion())), patchesText(commit, patches));
}

function refused(findings: readonly Diagnostic[]): {
  readonly kind: 'refused';
  readonly findings: readonly Diagnostic[];
} {
  return { kind: 'refused', findings };
}

/** The files of the tree that the series is made from. */
function ownFiles({ root, sources, shell }: SeriesTask): ReadonlySet<string> {
  return new Set(sources.paths.flatMap((path) => pathInTree(root, shell.cwd, path) ?? []));
}

function laterSplits(plan: SeriesPlan): readonly Diagnostic[] {
  const next = 'Give a commit from before the split with `--from`: a series is made from the whole change.';
  return otherSplits(plan.headers).map((finding) => withNext(finding, next));
}

function blameOf(
  bench: Workbench,
  commits: readonly BuiltCommit[],
  { headers }: SeriesPlan,
): Promise<readonly BlameFigure[]> {
  const splits = commits.flatMap(({ id, patch }) => {
    if (patch.kind !== 'made' || patch.topic !== 'split') return [];
    return headers
      .filter(({ manifest }) => patch.headers.includes(manifest.header.value))
      .map(({ manifest: { header, parts, licence } }) => ({
        id,
        header: header.value,
        files: [...new Set(parts.map(({ file }) => file))],
        licence: licence.kind === 'from' ? licence.file : null,
      }));
  });
  return blameFigures(bench, commits.at(-1)?.id ?? '', splits);
}
