import { type Diagnostic, stopsTheRun } from '../diagnostics/diagnostic.ts';
import { contentAfter, type FileChange } from '../diff/file-change.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { filesMeant } from '../plan/definitions/searched-files.ts';
import { includeDirsFrom, type Mentions, mentionsOf } from '../plan/includes/header-mentions.ts';
import { sharedPartFile } from '../plan/layout.ts';
import { baseName } from '../text/file-path.ts';
import { overlayTree } from '../text/overlay-tree.ts';
import { anyFile, type FilesNaming, type Tree } from '../text/tree.ts';
import { asksForUsers } from './asks-for-users.ts';
import { checkLaws } from './check-laws.ts';
import { isCFile } from './facts/c-file.ts';
import { followMoved, type LostUsers } from './lost/follow-moved.ts';
import type { MovedHeader } from './moved-header.ts';
import { planUsers, type UsersMemory, type UsersPlan, usersMemory } from './plan-users.ts';
import { printsInclude, removalOf } from './remove-wrappers.ts';
import { tellPlan } from './report/user-findings.ts';

export type UsersOutcome = {
  /** Sorted by path; none when a finding stops the run. */
  readonly changes: readonly FileChange[];
  readonly findings: readonly Diagnostic[];
  /** Null: no manifest asks for a change of includes. */
  readonly plan: UsersPlan | null;
};

export type UsersOptions = {
  /** Whose users; default: of the manifests that ask for a change of includes. */
  readonly isAsked?: (manifest: Manifest) => boolean;
  /** Default: they are left alone. */
  readonly lost?: LostUsers;
  /** Files that name the headers as a matter of course: the manifests. */
  readonly ownFiles?: ReadonlySet<string>;
  /** Header -> users whose include of it is not theirs, and gives way to parts even where all are needed. */
  readonly widened?: ReadonlyMap<string, ReadonlySet<string>>;
};

/**
 * Plans the includes of the users of all manifests together, on a tree that is split by them, and checks the laws on the
 * bytes that would be written.
 */
export function usersOfManifests(
  tree: Tree,
  manifests: readonly Manifest[],
  { isAsked = asksForUsers, lost = { kind: 'leave' }, ownFiles = new Set(), widened = new Map() }: UsersOptions = {},
): UsersOutcome {
  const asking = manifests.filter(isAsked);
  if (asking.length === 0) return { changes: [], findings: [], plan: null };
  const memory = usersMemory();
  const moved = asking.map((manifest) => movedHeader(tree, manifest, widened.get(manifest.header.value)));
  const naming = tree.filesNaming(
    asking.map(({ header }) => baseName(header.value)),
    anyFile,
  );
  const mentions = new Map(asking.map(({ header }) => [header.value, mentionsIn(tree, header.value, naming)]));
  const dirs = new Set(
    asking.flatMap((manifest) => {
      const own = mentions.get(manifest.header.value);
      return manifest.includeDirs ?? (own ? includeDirsFrom(tree, manifest.header.value, own) : []);
    }),
  );
  const preludes = asking.flatMap(({ prelude }) => prelude ?? []);
  const input = { tree, moved, dirs: [...dirs], preludes };
  const planned = planUsers(input, memory);
  const followed = followMoved(planned, lost);
  const plan = { ...planned, changes: sorted([...planned.changes, ...followed.changes]) };
  const after = overlayTree(tree, contents(plan.changes));
  const laws = lawsOf(plan, { ...input, tree: after }, tree, memory);
  const removal = removalOf(plan, asking, after, ({ header }) =>
    namedBy(after, header.value, naming, mentions.get(header.value)?.others ?? [], plan.resolve).filter(
      (path) => !ownFiles.has(path),
    ),
  );
  const findings = [...tellPlan(plan, tree, asking), ...followed.findings, ...laws, ...removal.findings];
  const changes = sorted([...plan.changes, ...removal.changes]);
  return { changes: stopsTheRun(findings) ? [] : changes, findings, plan };
}

function mentionsIn(tree: Tree, header: string, naming: FilesNaming): Mentions {
  const base = baseName(header);
  const files = [...naming].flatMap(([path, bases]) => (bases.includes(base) ? [path] : []));
  return mentionsOf(tree, header, files);
}

/** Files that name a header, or write an include of it, and do not include it. */
function namedBy(
  after: Tree,
  header: string,
  naming: FilesNaming,
  others: readonly string[],
  resolve: UsersPlan['resolve'],
): readonly string[] {
  const base = baseName(header);
  const printing = [...naming].flatMap(([path, bases]) =>
    path !== header && bases.includes(base) && printsInclude(path, after.read(path) ?? '', header, resolve)
      ? [path]
      : [],
  );
  return [...new Set([...others, ...printing])].sort();
}

/** What is written is read again; and planned again, which must change nothing. */
function lawsOf(
  plan: UsersPlan,
  after: Parameters<typeof planUsers>[0],
  before: Tree,
  memory: UsersMemory,
): readonly Diagnostic[] {
  return checkLaws(plan, before, after.tree, memory.factsOf, plan.meaningOf);
}

function sorted(changes: readonly FileChange[]): readonly FileChange[] {
  return changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function contents(changes: readonly FileChange[]): ReadonlyMap<string, string | null> {
  return new Map(changes.map((change) => [change.path, contentAfter(change)]));
}

/** A manifest as the engine sees it. */
export function movedHeader(
  tree: Pick<Tree, 'read'>,
  manifest: Manifest,
  widened: ReadonlySet<string> = new Set(),
): MovedHeader {
  const { users, parts } = manifest;
  const files = users?.files ?? null;
  const fileOfPart = new Map(parts.map(({ name, file }) => [name, file]));
  const mayChange = files === null ? isCFile : filesMeant(files, isCFile);
  return {
    path: manifest.header.value,
    destinations: [...new Set(parts.map(({ file }) => file))].filter((file) => tree.read(file) !== null),
    shared: sharedPartFile(manifest),
    rewriteOf: (path) => (users?.rewrite === 'all' || widened.has(path) ? 'all' : 'narrower'),
    unused: users?.unused ?? 'keep',
    mayChange: (path) => isCFile(path) && mayChange(path),
    keep: new Map([...(users?.keep ?? [])].map(([path, { value }]) => [path, value])),
    need: new Map(
      [...(users?.need ?? [])].map(([path, { value }]) => [path, value.flatMap((part) => fileOfPart.get(part) ?? [])]),
    ),
    assertIncludes: assertIncludes(manifest),
  };
}

function assertIncludes({ parts, includes }: Manifest): MovedHeader['assertIncludes'] {
  const found = new Map<string, Set<string>>();
  for (const { file, assertInclude } of parts) {
    // Listed, it is an include of the header's own.
    if (assertInclude === null || includes.has(assertInclude)) continue;
    found.set(file, (found.get(file) ?? new Set()).add(assertInclude));
  }
  return found;
}
