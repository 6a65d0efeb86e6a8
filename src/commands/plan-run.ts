import { assertionsCodes } from '../diagnostics/codes/assertions.ts';
import { type Diagnostic, diagnostic, severityOf, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { changeOf, contentAfter, type FileChange } from '../diff/file-change.ts';
import type { DefinitionReport } from '../edits/assertion-changes.ts';
import { pathInTree } from '../io/path-in-tree.ts';
import type { DiskTree } from '../io/tree/disk-tree.ts';
import type { RevisionTree } from '../io/tree/revision-tree.ts';
import { obstacleAt } from '../io/write/write-target.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { MembersOutcome } from '../members/planned-struct.ts';
import { grammarProblem } from '../model/bodies/syntax-tree.ts';
import { parseHeader } from '../model/lower-header.ts';
import { searchAhead } from '../plan/search-ahead.ts';
import { startProgress } from '../report/progress.ts';
import type { SplitResult } from '../split/split-result.ts';
import { splitTree } from '../split/split-tree.ts';
import { growingTree } from '../text/growing-tree.ts';
import { overlayTree } from '../text/overlay-tree.ts';
import { placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import { asksForUsers } from '../users/asks-for-users.ts';
import type { UsersOutcome } from '../users/users-of-manifests.ts';
import { checkComplete, checkHeaderAt, checkHeaderPath, checkTargets } from './check-paths.ts';
import type { Only } from './options.ts';
import { readManifests } from './read-manifests.ts';
import type { Shell } from './shell.ts';
import { historyOf } from './statements-before.ts';

/** What all manifests of a run ask for together. No changes when a finding stops the run. */
export type Run = {
  readonly findings: readonly Diagnostic[];
  /** Sorted by path, one for each file. */
  readonly changes: readonly FileChange[];
  readonly splits: readonly ManifestSplit[];
  /** The includes of users; null where they were not asked for, or the split stops the run. */
  readonly users: UsersOutcome | null;
  /** The sections of structs; null where they were not asked for, or the split stops the run. */
  readonly members: MembersOutcome | null;
  /** Whether every manifest and its header could be read; else nothing else was looked at. */
  readonly manifestsAreSound: boolean;
};

export type ManifestSplit = { readonly manifest: Manifest; readonly result: SplitResult };

/** `all` has the manifest as well. */
type PlanOne = (tree: Tree, manifest: Manifest, all: readonly Manifest[]) => Promise<SplitResult>;

/** What becomes of the structs of a tree. */
export type DivideStructs = (tree: Tree) => MembersOutcome;

export type PlanOptions = {
  /** Read in place of the work tree. */
  readonly revision?: RevisionTree | null;
  /** What one of the manifests asks of the tree, as those before it leave it; default: the split. */
  readonly plan?: PlanOne;
  /** What becomes of the includes of users, on the tree as the splits leave it. */
  readonly planUsers?: (tree: Tree, manifests: readonly Manifest[]) => UsersOutcome;
  /** What becomes of structs, on the tree as the splits leave it; default: nothing. */
  readonly divide?: DivideStructs | null;
  /** The manifests with what they do not say themselves; default: as they are. */
  readonly prepare?: (manifests: readonly Manifest[]) => {
    readonly manifests: readonly Manifest[];
    readonly findings: readonly Diagnostic[];
  };
};

/**
 * Plans the manifests in the given order, each on the tree as those before it leave it, so that one run makes the same
 * bytes as several.
 */
export async function planRun(
  tree: DiskTree,
  paths: readonly string[],
  only: Only,
  shell: Shell,
  { revision = null, plan = splitIn(tree), planUsers, divide = null, prepare }: PlanOptions = {},
): Promise<Run> {
  const base = revision ?? tree;
  const { manifests: read, findings: ofManifests } = readManifests(paths, shell);
  const unsound = [...doubledHeaders(read), ...missingHeaders(tree, revision, read)];
  if (read.length < paths.length || unsound.length > 0) {
    const nothing = { changes: [], splits: [], users: null, members: null };
    return { ...nothing, findings: [...ofManifests, ...unsound], manifestsAreSound: false };
  }
  const prepared = prepare?.(read) ?? { manifests: read, findings: [] };
  const { manifests } = prepared;
  const findings = [...ofManifests, ...prepared.findings];
  const progress = startProgress(shell);
  const growing = growingTree(base, { forgets: manifests.length === 1 });
  if (manifests.length > 1) searchAhead(growing.now(), manifests);
  const headers = new Map<string, string | null>();
  const full = new Map<string, string | null>();
  const take = (change: FileChange): void => {
    full.set(change.path, contentAfter(change));
    growing.change(change.path, contentAfter(change));
  };
  const splits: ManifestSplit[] = [];
  for (const manifest of manifests) {
    progress.step(`${manifest.header.value} ...`);
    const result = await plan(growing.now(), manifest, manifests);
    splits.push({ manifest, result: only === 'headers' || isOnTop(only) ? { ...result, definitions: [] } : result });
    for (const change of result.headers) headers.set(change.path, contentAfter(change));
    for (const change of [...result.headers, ...(leavesAssertions(only, result) ? [] : result.assertions)])
      take(change);
  }
  const split = new Map(full);
  const members = isAsked('members', only, splits) ? (divide?.(growing.now()) ?? null) : null;
  for (const change of members?.changes ?? []) take(change);
  const plansUsers = planUsers ?? (await usersPlanner(manifests));
  const users = isAsked('users', only, splits) ? plansUsers(growing.now(), manifests) : null;
  for (const change of users?.changes ?? []) full.set(change.path, contentAfter(change));
  progress.done();
  const asserts = only !== 'headers' && !isOnTop(only);
  const own = new Set(paths.map((path) => pathInTree(tree.root, shell.cwd, path)));
  const ofSplits = splits
    .flatMap(({ result }) => result.findings)
    .filter((found) => !namesItsHeader(found, own) && (asserts || !isNoteOfAssertions(found)));
  const incomplete = revision === null ? [] : checkComplete(revision);
  const ofSlices = [...(members?.findings ?? []), ...(users?.findings ?? [])];
  const all = [...tree.notes, ...(revision?.notes ?? []), ...incomplete, ...findings, ...ofSplits, ...ofSlices];
  const from = only === 'assertions' ? overlayTree(base, headers) : isOnTop(only) ? overlayTree(base, split) : base;
  const changes = stopsTheRun(all)
    ? []
    : [...full.keys()].sort().flatMap((path) => changeOf(from, path, full.get(path) ?? null));
  const obstacle = (path: string): string | null => obstacleAt(tree.root, path) ?? revision?.obstacleAt(path) ?? null;
  const unread = splits.some(({ result }) => result.definitions.some(({ readBy }) => readBy === 'tokens'));
  const grammar = unread ? missingGrammar(manifests) : [];
  const refused = checkTargets(obstacle, changes, manifests);
  return {
    findings: [...all, ...grammar, ...refused],
    changes: refused.length > 0 ? [] : changes,
    splits,
    users,
    members,
    manifestsAreSound: true,
  };
}

/** The slices that change a tree which is split, whether it asserts or not. */
export function isOnTop(only: Only): only is 'members' | 'users' {
  return only === 'members' || only === 'users';
}

function leavesAssertions(only: Only, { before }: SplitResult): boolean {
  return only === 'headers' || (isOnTop(only) && before === 'split');
}

/** On a tree that is not split, nobody can include the parts. */
function isAsked(slice: 'members' | 'users', only: Only, splits: readonly ManifestSplit[]): boolean {
  return (only === null || only === slice) && !stopsTheRun(splits.flatMap(({ result }) => result.findings));
}

/** How includes of users are planned, which is loaded where a manifest asks for it. */
async function usersPlanner(manifests: readonly Manifest[]): Promise<NonNullable<PlanOptions['planUsers']>> {
  if (manifests.some(asksForUsers)) return (await import('../users/users-of-manifests.ts')).usersOfManifests;
  return () => ({ changes: [], findings: [], plan: null });
}

/** The split, on a tree that may be split already: what its functions held before, git's history tells. */
function splitIn(disk: DiskTree): PlanOne {
  return (tree, manifest, all) => {
    const { statements, repeated } = historyOf(disk, manifest);
    return splitTree(tree, manifest, parseHeader, statements, all, repeated);
  };
}

/** A note when the second witness of each edited body is missing. */
function missingGrammar([manifest]: readonly Manifest[]): readonly Diagnostic[] {
  const problem = grammarProblem();
  if (problem === null || !manifest) return [];
  const message = `the C grammar cannot be loaded: ${problem}`;
  return [diagnostic('grammar-missing', message, placeOf(manifest.source, manifest.header.span))];
}

/** What became of each definition, in the order of the manifests. */
export function definitionsOf(run: Run): readonly DefinitionReport[] {
  return run.splits.flatMap(({ result }) => result.definitions);
}

/** Two manifests for one header cannot both be true. */
export function doubledHeaders(manifests: readonly Manifest[]): readonly Diagnostic[] {
  const splitting = new Map<string, Manifest>();
  return manifests.flatMap((manifest) => {
    const other = splitting.get(manifest.header.value);
    splitting.set(manifest.header.value, other ?? manifest);
    if (!other) return [];
    const first = { place: placeOf(other.source, other.header.span), label: 'also here' };
    return [
      diagnostic(
        'header-doubled',
        `two manifests split ${manifest.header.value}`,
        placeOf(manifest.source, manifest.header.span),
        first,
      ),
    ];
  });
}

/** What the assertions of a run would do, of no interest where it makes none; what is wrong with them is told always. */
function isNoteOfAssertions(finding: Diagnostic): boolean {
  return finding.code in assertionsCodes && severityOf(finding) === 'note';
}

/** A manifest in the tree names its header, of course. */
function namesItsHeader({ code, places }: Diagnostic, manifests: ReadonlySet<string | null>): boolean {
  return code === 'text-consumer' && manifests.has(places[0].place.file);
}

function missingHeaders(
  tree: DiskTree,
  revision: RevisionTree | null,
  manifests: readonly Manifest[],
): readonly Diagnostic[] {
  return manifests.flatMap(({ source, header }) => {
    const place = placeOf(source, header.span);
    const check =
      revision === null ? checkHeaderPath(tree, header.value, place) : checkHeaderAt(revision, header.value, place);
    return check ?? [];
  });
}
