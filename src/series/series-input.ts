import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../diff/file-change.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { ConsumerEntry, Prerequisite, SeriesFile, SeriesSettings } from '../manifest/series/series-file.ts';
import type { MembersOutcome } from '../members/planned-struct.ts';
import type { StatementsBefore } from '../plan/definitions/statements-before.ts';
import type { SplitResult } from '../split/split-result.ts';
import type { Tree } from '../text/tree.ts';
import type { PlannedHeader, SeriesPatch } from './series-plan.ts';
import type { SubjectForm } from './subject-form.ts';

export type SeriesInput = {
  /** The tree that the series begins from. */
  readonly tree: Tree;
  /** In the order of the patches, one for each header. */
  readonly manifests: readonly Manifest[];
  /** `defaultSeries` when there is no series file. */
  readonly series: SeriesFile | SeriesSettings;
  /** Header -> how the subjects of commits that touched it look; default: a prefix by the headers' names. */
  readonly forms?: ReadonlyMap<string, SubjectForm>;
  /** Whether the project's commits say that they change nothing; default: true. */
  readonly saysNoChange?: boolean;
  /** Files of the tree that make the series (manifests, the series file): that they name a header is no finding. */
  readonly ownFiles?: ReadonlySet<string>;
  /** What a manifest asks of a tree; default: the split. */
  readonly plan?: (tree: Tree, manifest: Manifest, before?: StatementsBefore) => Promise<SplitResult>;
  /** What becomes of structs, on the tree as the splits leave it; default: nothing. */
  readonly divide?: (tree: Tree) => MembersOutcome;
  /** Needed when the series has prerequisites. `patches` are those before it, on the tree that the series begins from. */
  readonly applyPrerequisite?: (
    prerequisite: Prerequisite,
    before: { readonly tree: Tree; readonly patches: readonly SeriesPatch[] },
  ) => Promise<AppliedPrerequisite>;
  /** What text consumers of a header get; default: nothing. `tree` is the one that the header's split leaves. */
  readonly planConsumers?: (header: PlannedHeader, tree: Tree) => Promise<ConsumerChanges>;
};

export type AppliedPrerequisite =
  | {
      readonly kind: 'applied';
      readonly patch: Extract<SeriesPatch, { kind: 'mail' | 'commit' }>;
      readonly changes: readonly FileChange[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/** Both relative to the tree that the split leaves; no file is in both. */
export type ConsumerChanges = {
  /** For the patch that splits the header. */
  readonly withSplit: readonly FileChange[];
  /** For a patch of their own behind it. */
  readonly own: readonly FileChange[];
  /** What becomes of a file, as a clause for the mails that follows its path: `a.h becomes b.h`. Not of every file. */
  readonly told: ReadonlyMap<string, string>;
  /** The entries that change a file for this header. */
  readonly changed: ReadonlySet<ConsumerEntry>;
  /** The entries that are about this header, or any, and change nothing for it: the reason, as a clause. */
  readonly unchanged: ReadonlyMap<ConsumerEntry, string>;
  readonly findings: readonly Diagnostic[];
};
