import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../diff/file-change.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { PatchTopic } from '../manifest/series/series-file.ts';
import type { SplitResult } from '../split/split-result.ts';
import type { UsersPlan } from '../users/plan-users.ts';
import type { StatementWords } from './statement-words.ts';

/** One mail of a series, in the order in which they apply. */
export type SeriesPatch =
  /** A prerequisite as a mail (latin1); `path` as the user spelt it. */
  | { readonly kind: 'mail'; readonly path: string; readonly text: string }
  /** A prerequisite as a commit to pick; `revision` as the user spelt it. */
  | { readonly kind: 'commit'; readonly revision: string }
  | MadePatch;

/** A patch that the tool makes. Subject and body are bytes (latin1) of UTF-8. */
export type MadePatch = {
  readonly kind: 'made';
  /** `reclassify`: some functions of split headers go to other parts. */
  readonly topic: PatchTopic | 'reclassify';
  /** The headers that it is about, relative to the root. */
  readonly headers: readonly string[];
  /** The one part that it is about; null: all of them. */
  readonly part: string | null;
  /** One line, without its end. */
  readonly subject: string;
  /** Ends with a newline, or is empty. */
  readonly body: string;
  /** Relative to the tree after the patches before it; never empty. Sorted by path, one for each file. */
  readonly changes: readonly FileChange[];
};

/** One header of a series, with all that was planned for it. */
export type PlannedHeader = {
  readonly manifest: Manifest;
  /** The split on the tree as the patches before it leave it. */
  readonly result: SplitResult;
};

export type SeriesPlan = {
  /** Empty when a finding stops the run. */
  readonly patches: readonly SeriesPatch[];
  /** In the order of the manifests; shorter when a finding stopped the run. */
  readonly headers: readonly PlannedHeader[];
  /** What becomes of the users' includes; null: no manifest asks for a change, or a finding stopped the run. */
  readonly users: UsersPlan | null;
  readonly words: StatementWords;
  readonly findings: readonly Diagnostic[];
};

/** The text of mail 0, as bytes (latin1) of UTF-8: git adds shortlog and diffstat. */
export type CoverLetter = { readonly subject: string; readonly body: string };

/** How many lines of one part file that stood in the header before `git blame -C -C` traces behind the split. */
export type BlameFigure = {
  readonly path: string;
  /** Lines that were moved. */
  readonly moved: number;
  readonly traced: number;
  /** Of those not traced, the ones in runs with fewer than the 40 alphanumeric characters that git's `-C` wants. */
  readonly short: number;
};
