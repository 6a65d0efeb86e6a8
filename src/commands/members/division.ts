import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { RevisionTree } from '../../io/tree/revision-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { DivideStructs } from '../plan-run.ts';
import type { WithCallers } from './assert-member-callers.ts';

/** What an audit file asks of a run besides findings. */
export type Division = {
  readonly kind: 'read';
  /** Null: nobody asked. */
  readonly divide: DivideStructs | null;
  /** Null: callers of members get no assertions. */
  readonly assertCallers: AssertCallers | null;
};

export type AssertCallers = {
  readonly inRun: (manifests: readonly Manifest[], where: RunPlace) => WithCallers;
  readonly inSeries: (manifests: readonly Manifest[], tree: RevisionTree | DiskTree) => WithCallers;
};

/** `cache`: use and keep the facts of earlier runs. */
export type RunPlace = {
  readonly tree: DiskTree;
  readonly revision: RevisionTree | null;
  readonly cache: boolean;
};

export type DivisionOrRefusal = Division | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };
