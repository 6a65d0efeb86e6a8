import { type Diagnostic, diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { pathInTree } from '../../io/path-in-tree.ts';
import { buildCommits } from '../../io/series/build-commits.ts';
import { readProjectLog } from '../../io/series/project-log.ts';
import { uncommittedChanges } from '../../io/series/uncommitted.ts';
import { treeAtCommit } from '../../io/series/workbench.ts';
import { type DiskTree, openDiskTree } from '../../io/tree/disk-tree.ts';
import type { ManifestPair } from '../../series/reclassify/topics.ts';
import { statementWords } from '../../series/statement-words.ts';
import { afterChanges, stateOf } from '../../series/tree-states.ts';
import { placeOf } from '../../text/place.ts';
import { rememberSearches } from '../../text/remember-searches.ts';
import type { Tree } from '../../text/tree.ts';
import { checkComplete, checkTargets } from '../check-paths.ts';
import { readByTokens } from '../report-run.ts';
import { beginSeries } from './begin-series.ts';
import type { SeriesOutcome } from './make-series.ts';
import { planReclassification } from './plan-reclassification.ts';
import { writeMails } from './series-mails.ts';
import { earlierManifest } from './series-previous.ts';
import { ignoredSince, signOffMissing, withoutWordsOfSplit } from './series-refusals.ts';
import type { SeriesTask } from './series-task.ts';

/** Whether the mails are for a change of the manifests of a tree that is split, not for the split. */
export function isReclassification({ options: { since, was, rerollCount } }: Pick<SeriesTask, 'options'>): boolean {
  return since !== null || (was !== null && Number.parseFloat(rerollCount ?? '1') <= 1);
}

/** Makes a patch for each topic of what changed in the manifests, and their mails, all on the workbench. */
export async function makeReclassification(given: SeriesTask): Promise<SeriesOutcome> {
  const task = { ...given, sources: withoutWordsOfSplit(given.sources) };
  const { bench, sources, options, root, shell, progress } = task;
  const begun = beginSeries(task, options.since ?? options.from);
  if (begun.kind === 'refused') return begun;
  const { start, base, previous } = begun;
  const opened = treeAtCommit(bench, start.commit);
  if (opened.kind === 'unknown') return refused([opened.finding]);
  const disk = openDiskTree(root);
  const { pairs, findings } = pairsOf(task, disk);
  if (stopsTheRun(findings)) return refused(findings);
  const manifestPaths = new Map(
    pairs.flatMap(({ now }) => {
      const path = pathInTree(disk.root, shell.cwd, now.source.path);
      return path === null || opened.tree.read(path) === null ? [] : [[now.header.value, path] as const];
    }),
  );
  progress.step('planning the patches ...');
  const tree = rememberSearches(opened.tree);
  const paths = pairs.map(({ now }) => now.header.value);
  const { forms, signsOff } = await readProjectLog(bench, start, paths);
  const plan = await planReclassification(task, { pairs, manifestPaths, tree, disk, start, forms });
  const incomplete = checkComplete(opened.tree);
  if (incomplete.length > 0) return refused(incomplete);
  const notes = [
    ...opened.tree.notes,
    ...sources.findings,
    ...ignoredSince(given.sources),
    ...begun.findings,
    ...(previous?.findings ?? []),
    ...plan.findings,
  ];
  if (stopsTheRun(notes)) return refused(notes);
  if (plan.patches.length === 0) return { kind: 'nothing', findings: notes };
  const changes = plan.patches.flatMap((patch) => patch.changes);
  const blocked = checkTargets(opened.tree.obstacleAt, changes, sources.manifests);
  if (blocked.length > 0) return refused([...notes, ...blocked]);
  const after = afterChanges(stateOf(tree), changes).tree;
  const touched = [...new Set(changes.map(({ path }) => path))].sort();
  const uncommitted = uncommittedChanges(bench, unlike(touched, disk, after));
  if (uncommitted.length > 0) return refused([...notes, ...uncommitted]);

  progress.step('making the commits ...');
  const built = buildCommits(bench, start, start.commit, plan.patches, { signOff: options.signOff });
  if (built.kind === 'refused') return refused([built.finding]);
  const made = {
    start,
    commits: built.commits,
    blame: [],
    checks: [CHECKED],
    changelog: previous?.changelog ?? null,
    offers: [],
    proposed: [],
    readByTokens: readByTokens(plan.headers.flatMap(({ result }) => result.definitions)),
    findings: [...notes, ...signOffMissing(task, signsOff)],
  };
  if (options.output === null) return { kind: 'made', series: { ...made, mails: [] } };
  progress.step('writing the mails ...');
  const written = writeMails(task, {
    ...{ start, base, previous, blame: [] },
    commits: built.commits,
    plan: { ...plan, users: null, words: statementWords(sources.manifests, tree) },
    checks: made.checks,
  });
  if (written.kind === 'refused') return written;
  return { kind: 'made', series: { ...made, mails: written.mails, findings: [...made.findings, ...written.findings] } };
}

const CHECKED = '`header-split check` finds nothing after any patch that it did not find before.';

/** Each manifest with what it was at the revision, or as `--was` has it. */
function pairsOf(
  { sources: { manifests }, options, shell }: SeriesTask,
  disk: DiskTree,
): { readonly pairs: readonly ManifestPair[]; readonly findings: readonly Diagnostic[] } {
  const named = options.since ?? options.was ?? 'HEAD';
  const findings: Diagnostic[] = [];
  const pairs: ManifestPair[] = [];
  for (const now of manifests) {
    const { repository } = disk;
    if (repository === null) throw new Error('a series without a repository');
    const found = earlierManifest(now, named, manifests.length === 1, repository, shell);
    if (found.kind === 'manifest') pairs.push({ was: found.manifest, now });
    else findings.push(...found.findings);
  }
  if (findings.length === 0 && pairs.every(({ was, now }) => was.source.text === now.source.text)) {
    const [first] = manifests;
    if (first !== undefined) {
      const message = `no manifest differs from what ${named} has`;
      findings.push(diagnostic('since-unchanged', message, placeOf(first.source, first.header.span)));
    }
  }
  return { pairs, findings };
}

/** Without the files that the work tree has as the series leaves them: the edit that it is about, and what was made of it. */
function unlike(paths: readonly string[], disk: DiskTree, after: Tree): readonly string[] {
  return paths.filter((path) => disk.read(path) !== after.read(path));
}

function refused(findings: readonly Diagnostic[]): Extract<SeriesOutcome, { kind: 'refused' }> {
  return { kind: 'refused', findings };
}
