import { join } from 'node:path';
import { type Diagnostic, diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { buildId } from '../../io/audit/build-id.ts';
import { lookAt } from '../../io/look.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { RevisionTree } from '../../io/tree/revision-tree.ts';
import { proofCache } from '../../io/verify/proof-cache.ts';
import { proofStore } from '../../io/verify/proof-store.ts';
import { scratchPlace } from '../../io/verify/scratch-place.ts';
import { openStateFolder, type StateFolder, usualDatabase } from '../../io/verify/state-folder.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { startProgress } from '../../report/progress.ts';
import { toolVersion } from '../../report/tool-version.ts';
import { placeOfFile } from '../../text/place.ts';
import type { Proof, ProofPatch } from '../../verify/proof.ts';
import type { UsersOptions, VerifyOptions } from '../options.ts';
import type { Shell } from '../shell.ts';
import { isWhole } from './building.ts';
import { findUnproved } from './find-unproved.ts';
import { openConfigurations } from './open-configurations.ts';
import { patchesUnproved } from './patches-unproved.ts';
import { provePatches } from './prove-patches.ts';

export type EngineOptions = NonNullable<UsersOptions['prove']> & Partial<Pick<VerifyOptions, 'build'>>;

/** What proves patches of a tree by its compilers, ready to start. */
export type Engine = {
  readonly kind: 'engine';
  /** Where proofs are kept; null: nowhere. */
  readonly store: ReturnType<typeof proofStore> | null;
  /** What the compilers say of the patches, one after the other, on a revision or the work tree. */
  readonly prove: (
    patches: readonly ProofPatch[],
    on: { readonly revision: RevisionTree | null; readonly manifests: readonly Manifest[] },
  ) => Promise<Proof>;
  /** That a proof could not be kept, once it was to be. */
  readonly notKept: () => readonly Diagnostic[];
};

export type OpenedEngine = Engine | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** Reads the databases and finds places for copies and proofs; starts nothing. */
export function openEngine(options: EngineOptions, tree: DiskTree, shell: Shell): OpenedEngine {
  const usual = options.databases.length === 0 && options.cc === null ? usualDatabase(tree.root) : null;
  const databases = usual === null ? options.databases : [usual];
  const tracked = new Set(tree.files().filter((path) => tree.isTracked(path)));
  const sources = options.cc === null ? [] : [...tracked].filter((path) => path.endsWith('.c'));
  const { configurations, buildFolders, findings } = openConfigurations(
    { databases, cc: options.cc, allowed: options.allowed },
    { root: tree.root, sources },
    shell.cwd,
  );
  const unusable = configurations.every(({ units }) => units.length === 0);
  if (stopsTheRun(findings) || unusable) return refused([...findings, ...(unusable ? [nothing(databases)] : [])]);
  if (options.build && !buildFolders.some((folder) => isBuiltBy(options.build ?? [], folder))) {
    const message = '--build needs a build directory with a build.ninja or a makefile, and there is none';
    return refused([diagnostic('build-unusable', message, placeOfFile(databases[0] ?? '.'))]);
  }
  const place = scratchPlace(shell.env['TMPDIR'], [tree.root, ...buildFolders]);
  if (place.kind === 'refused') return refused([diagnostic('scratch-unusable', place.reason, placeOfFile('.'))]);
  const state = openStateFolder(shell.cwd, options.state, tree.repository);
  if (state.kind === 'refused') {
    const message = `${state.path} ${state.reason}, so no proofs are kept there`;
    return refused([diagnostic('state-unusable', message, placeOfFile(state.path))]);
  }
  const store = state.kind === 'folder' ? proofStore(state.folder, buildId(toolVersion())) : null;
  return {
    kind: 'engine',
    store,
    notKept: () => (store?.hasFailed() ? [failedToKeep(state)] : []),
    prove: async (patches, { revision, manifests }) => {
      const progress = startProgress(shell);
      const proof = await provePatches({
        root: tree.root,
        revision,
        tracked,
        configurations,
        buildFolders,
        patches,
        preludes: new Map(
          manifests.flatMap(({ header, prelude }) => (prelude === null ? [] : [[header.value, prelude]])),
        ),
        build: options.build ?? null,
        launcher: options.launcher,
        jobs: options.jobs,
        cache: store === null ? null : proofCache(store),
        scratchTop: place.folder,
        step: progress.step,
        finish: (proving) => findUnproved(proving, revision ?? tree),
      });
      progress.done();
      return { ...proof, findings: [...findings, ...proof.findings, ...patchesUnproved(proof)] };
    },
  };
}

/** A tool that makes all it likes needs no file that this program reads. */
function isBuiltBy(build: readonly string[], folder: string): boolean {
  const names = ['build.ninja', 'GNUmakefile', 'makefile', 'Makefile'];
  return isWhole(build) || names.some((name) => lookAt(join(folder, name))?.isFile() === true);
}

function refused(findings: readonly Diagnostic[]): OpenedEngine {
  return { kind: 'refused', findings };
}

function failedToKeep(state: StateFolder): Diagnostic {
  const path = state.kind === 'folder' ? state.folder : '.';
  return diagnostic('proofs-not-kept', `the proofs of this run could not be written to ${path}`, placeOfFile(path));
}

function nothing(databases: readonly string[]): Diagnostic {
  const [first] = databases;
  const message =
    first === undefined
      ? 'the tree has no compile_commands.json, and neither -p nor --cc was given'
      : 'the compile databases have no unit that can be compiled';
  return diagnostic('verify-nothing', message, placeOfFile(first ?? '.'));
}
