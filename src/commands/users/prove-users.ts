import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { changeOf, type FileChange } from '../../diff/file-change.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { RevisionTree } from '../../io/tree/revision-tree.ts';
import { placeOfFile } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import type { UsersOutcome } from '../../users/users-of-manifests.ts';
import type { PatchProof, Proof, ProofPatch } from '../../verify/proof.ts';
import type { Run } from '../plan-run.ts';
import type { Shell } from '../shell.ts';
import { type EngineOptions, openEngine } from '../verify/open-engine.ts';

/** What the compilers say of a change of the users' includes. */
export type UsersProof = {
  readonly proof: Proof;
  /** Changed files that no unit reads, sorted by path. */
  readonly unread: readonly string[];
  readonly findings: readonly Diagnostic[];
};

export type ProvedUsers =
  | ({ readonly kind: 'proved' } & UsersProof)
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

const TITLE = "the users' includes";

/** The most files that a finding names. */
const MOST_NAMED = 10;

/**
 * Compiles each unit that reads a changed file before and after; where the tree is not split yet, the split is proved on
 * the way.
 */
export async function proveUsers(
  { splits, users }: Run & { readonly users: UsersOutcome },
  { tree, revision }: { readonly tree: DiskTree; readonly revision: RevisionTree | null },
  options: EngineOptions,
  shell: Shell,
): Promise<ProvedUsers> {
  const engine = openEngine(options, tree, shell);
  if (engine.kind === 'refused') return engine;
  const split = splitChanges(revision ?? tree, users, splits);
  const patches = [
    ...(split.length === 0 ? [] : [{ title: 'the split', kind: 'other', headers: [], changes: split } as const]),
    ...(users.changes.length === 0 ? [] : [ofUsers(users.changes)]),
  ];
  const proof = await engine.prove(patches, { revision, manifests: splits.map(({ manifest }) => manifest) });
  const unread = proof.patches.flatMap((patch) => (patch.title === TITLE ? unreadOf(patch) : []));
  return {
    kind: 'proved',
    proof,
    unread,
    findings: [...(unread.length === 0 ? [] : [unproved(unread)]), ...engine.notKept()],
  };
}

/** It may change no code at all. */
function ofUsers(changes: readonly FileChange[]): ProofPatch {
  return { title: TITLE, kind: 'split', headers: [], changes };
}

/** What the splits make of the tree, one change for each file. */
function splitChanges(
  base: Pick<Tree, 'read' | 'mode'>,
  { plan }: UsersOutcome,
  splits: Run['splits'],
): readonly FileChange[] {
  const paths = splits.flatMap(({ result }) => [...result.headers, ...result.assertions].map(({ path }) => path));
  return [...new Set(paths)].sort().flatMap((path) => changeOf(base, path, plan?.tree.read(path) ?? null));
}

function unreadOf({ files }: PatchProof): readonly string[] {
  return files.filter(({ before, after }) => before === 0 && after === 0).map(({ path }) => path);
}

function unproved(paths: readonly string[]): Diagnostic {
  const [first = '', ...others] = paths;
  const message = `${paths.length === 1 ? '1 changed file is' : `${paths.length} changed files are`} read by no unit`;
  const more = others.slice(0, MOST_NAMED - 1).map((path) => ({ place: placeOfFile(path) }));
  return diagnostic('users-unproved', message, placeOfFile(first), ...more);
}
