import type { RenderedFile } from '../edits/render-files.ts';
import type { SplitHeaders, StandingFunction } from '../part-files/split-headers.ts';
import type { StatementsBefore } from '../plan/definitions/statements-before.ts';
import type { TreeFacts } from '../plan/tree-facts.ts';
import type { Tree } from '../text/tree.ts';
import type { Reconciled } from './intent/reconcile.ts';
import type { Scope } from './scope.ts';

/** The tree as it was before the header was split. */
export type Origin = {
  /** As messages name it: a commit's id. */
  readonly revision: string;
  /** The user named it: what it has and the manifest does not know stops the run. */
  readonly isNamed: boolean;
  /** The whole header (latin1). */
  readonly header: string;
  /** A file of the tree then; null when there was none. */
  read(path: string): string | null;
};

/** The tree's files as a commit has them. */
export type EarlierTree = { read(path: string): string | null };

/** What all steps know of the tree. */
export type SplitTreeReading = {
  readonly tree: Tree;
  readonly split: SplitHeaders;
  readonly standing: readonly StandingFunction[];
  readonly reconciled: Reconciled;
  /** For the manifest before and for today's. */
  readonly facts: readonly [was: TreeFacts, now: TreeFacts];
  readonly origin: Origin | null;
  readonly earlier: readonly EarlierTree[];
  readonly scope: Scope;
  /** What stood in the bodies before the header was split, and stays. */
  readonly before: StatementsBefore;
};

/** Whether files to be written are what the tree has. */
export function isAsItStands(tree: Tree, files: readonly RenderedFile[]): boolean {
  return files.every(({ path, text }) => tree.read(path) === text);
}
