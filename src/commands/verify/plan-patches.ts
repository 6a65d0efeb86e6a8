import { type Diagnostic, diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diff/file-change.ts';
import { pathInTree } from '../../io/path-in-tree.ts';
import { changesBetween } from '../../io/series/changes-between.ts';
import { startSeries } from '../../io/series/series-start.ts';
import { findSource, type SourceRepository } from '../../io/series/source-repository.ts';
import { onWorkbench, treeAtCommit, type Workbench } from '../../io/series/workbench.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import { commitsIn } from '../../io/verify/commits-in-range.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { planSeries } from '../../series/plan-series.ts';
import type { SeriesPatch, SeriesPlan } from '../../series/series-plan.ts';
import { placeOfFile } from '../../text/place.ts';
import { displayText } from '../../text/source-text.ts';
import type { ProofPatch } from '../../verify/proof.ts';
import { dividingSeries } from '../members/division-of.ts';
import type { Root } from '../open-tree.ts';
import type { VerifyOptions } from '../options.ts';
import { readManifests } from '../read-manifests.ts';
import { consumersOf } from '../series/series-consumers.ts';
import { applyPrerequisites } from '../series/series-prerequisites.ts';
import { readSeriesSources } from '../series/series-sources.ts';
import type { Shell } from '../shell.ts';

export type PlannedPatches = {
  readonly kind: 'planned';
  readonly patches: readonly ProofPatch[];
  readonly manifests: readonly Manifest[];
  /** The revision that they begin on, a full id; null: the work tree. */
  readonly from: string | null;
  readonly findings: readonly Diagnostic[];
};

export type Planned = PlannedPatches | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

type FoundRoot = Extract<Root, { kind: 'root' }>;

/** The patches that are to be proved: of manifests, of a series file, or commits. */
export async function planPatches(
  options: VerifyOptions,
  root: FoundRoot,
  tree: DiskTree,
  shell: Shell,
): Promise<Planned> {
  const { what } = options;
  switch (what.kind) {
    case 'manifests':
      return ofManifests(what, root, tree, shell);
    case 'series':
      return inRepository(root, (bench) => ofSeries(what.path, root, bench, shell));
    case 'range':
      return inRepository(root, (bench, source) => ofRange(what, source, bench, shell));
  }
}

async function ofManifests(
  { paths, auditFile }: Extract<VerifyOptions['what'], { kind: 'manifests' }>,
  { folder }: FoundRoot,
  tree: DiskTree,
  shell: Shell,
): Promise<Planned> {
  const sources = await readSeriesSources({ kind: 'manifests', paths, auditFile }, shell);
  const { manifests: named, findings, series } = sources;
  if (stopsTheRun(findings)) return refused(findings);
  const absent = named.filter(({ header }) => tree.read(header.value) === null);
  if (absent.length > 0) return refused([...findings, ...absent.map(missingHeader)]);
  const ownFiles = new Set(paths.flatMap((path) => pathInTree(folder, shell.cwd, path) ?? []));
  const { manifests, findings: ofCallers, divided } = dividingSeries(sources.division, named, tree);
  const planConsumers = consumersOf(sources);
  const plan = await planSeries({ tree, manifests, series, ownFiles, planConsumers, ...divided });
  return ofPlan(plan, manifests, null, [...findings, ...ofCallers], new Map());
}

function missingHeader({ header, source }: Manifest): Diagnostic {
  return diagnostic('file-missing', `the tree has no header '${header.value}'`, placeOfFile(source.path));
}

async function ofSeries(path: string, { folder }: FoundRoot, bench: Workbench, shell: Shell): Promise<Planned> {
  const sources = await readSeriesSources({ kind: 'file', path }, shell);
  if (stopsTheRun(sources.findings)) return refused(sources.findings);
  const start = startSeries(bench, null);
  if ('code' in start) return refused([start]);
  const opened = treeAtCommit(bench, start.commit);
  if (opened.kind === 'unknown') return refused([opened.finding]);
  const changed = new Map<SeriesPatch, readonly FileChange[]>();
  const { series } = sources;
  const { manifests, findings: ofCallers, divided } = dividingSeries(sources.division, sources.manifests, opened.tree);
  const plan = await planSeries({
    tree: opened.tree,
    manifests,
    series,
    ownFiles: new Set(sources.paths.flatMap((one) => pathInTree(folder, shell.cwd, one) ?? [])),
    applyPrerequisite: applyPrerequisites(bench, start, sources, changed),
    planConsumers: consumersOf(sources),
    ...divided,
  });
  return ofPlan(plan, manifests, start.commit, [...sources.findings, ...ofCallers], changed);
}

const MAY_ASSERT: ReadonlySet<string> = new Set(['assertions', 'functions', 'reclassify']);

function ofPlan(
  { patches, findings }: SeriesPlan,
  manifests: readonly Manifest[],
  from: string | null,
  others: readonly Diagnostic[],
  changed: ReadonlyMap<SeriesPatch, readonly FileChange[]>,
): Planned {
  const all = [...others, ...findings];
  if (stopsTheRun(all)) return refused(all);
  const known = patches.map((patch): ProofPatch => {
    if (patch.kind !== 'made') {
      const title = patch.kind === 'mail' ? patch.path : patch.revision;
      return { title, kind: 'other', headers: [], changes: changed.get(patch) ?? [] };
    }
    const kind = patch.topic === 'members' ? 'layout' : MAY_ASSERT.has(patch.topic) ? 'assertions' : 'split';
    const headers = patch.topic === 'split' ? patch.headers : [];
    return { title: displayText(patch.subject), kind, headers, changes: patch.changes };
  });
  return { kind: 'planned', patches: known, manifests, from, findings: [] };
}

async function ofRange(
  { from, to, paths }: Extract<VerifyOptions['what'], { kind: 'range' }>,
  source: SourceRepository,
  bench: Workbench,
  shell: Shell,
): Promise<Planned> {
  const { manifests, findings } = readManifests(paths, shell);
  if (stopsTheRun(findings)) return refused(findings);
  const commits = commitsIn(source, from, to);
  if ('code' in commits) return refused([commits]);
  const patches = commits.commits.map(({ id, parent, subject }): ProofPatch => {
    return { title: displayText(subject), kind: 'other', headers: [], changes: changesBetween(bench, parent, id) };
  });
  return { kind: 'planned', patches, manifests, from: commits.base, findings };
}

async function inRepository(
  { folder, lookup }: FoundRoot,
  work: (bench: Workbench, source: SourceRepository) => Promise<Planned>,
): Promise<Planned> {
  const source = findSource(folder, lookup);
  if ('code' in source) return refused([source]);
  const result = await onWorkbench(source, (bench) => work(bench, source));
  return result.kind === 'done' ? result.value : refused([result.finding]);
}

function refused(findings: readonly Diagnostic[]): Planned {
  return { kind: 'refused', findings };
}
