import type { FileChange } from '../../src/diff/file-change.ts';
import { overlayTree } from '../../src/text/overlay-tree.ts';
import { memoryTree, type Tree } from '../../src/text/tree.ts';
import type { ProjectDraft } from './c/draft.ts';
import { printHeader } from './c/print-header.ts';
import { printSources } from './c/print-sources.ts';
import { supportFiles } from './c/support.ts';
import { firstManifest } from './manifest/first-manifest.ts';
import type { ManifestDraft } from './manifest/manifest-draft.ts';

/** A tree with a whole header and a manifest for it. */
export type Project = {
  /** What a split may change, path -> text (latin1). */
  readonly files: Files;
  /** What stands around it and is never changed; null when there is nothing. */
  readonly around: Tree | null;
  readonly manifest: ManifestDraft;
};

export type Files = Readonly<Record<string, string>>;

const HEADER = 'include/dev.h';

export function printProject(draft: ProjectDraft): Project {
  const printed = printHeader(draft.header);
  const manifest = firstManifest(HEADER, printed, draft.parts, draft.header.guard === 'none');
  const files = { ...supportFiles('dev.h'), ...printSources(printed, 'dev.h'), [HEADER]: printed.text };
  return { files, around: null, manifest };
}

/** The tree of a project in one of its states. */
export function treeOf({ around }: Pick<Project, 'around'>, files: Files): Tree {
  return around === null ? memoryTree(files) : overlayTree(around, new Map(Object.entries(files)));
}

/** The files after some changes. */
export function changed(files: Files, changes: readonly FileChange[]): Files {
  const result = new Map(Object.entries(files));
  for (const change of changes) {
    if (change.kind === 'delete') result.delete(change.path);
    else result.set(change.path, change.after);
  }
  return Object.fromEntries(result);
}
