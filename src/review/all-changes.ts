import { contentAfter, contentBefore, type FileChange } from '../diff/file-change.ts';
import { mergeTexts } from '../diff/merge-texts.ts';

/**
 * What several manifests change together, each file once. Within one manifest a later change of a file is on top of the
 * earlier; those of different manifests have the same base, and one that contradicts another stays beside it.
 */
export function allChanges(byManifest: readonly (readonly FileChange[])[]): readonly FileChange[] {
  const all: FileChange[] = [];
  for (const changes of byManifest) {
    for (const change of onTop(changes)) {
      const at = all.findIndex(({ path }) => path === change.path);
      const other = all[at];
      const both = other === undefined ? null : merged(other, change);
      if (both === null) all.push(change);
      else all[at] = both;
    }
  }
  return all;
}

function onTop(changes: readonly FileChange[]): readonly FileChange[] {
  const files = new Map<string, FileChange>();
  for (const change of changes) {
    const first = files.get(change.path);
    files.set(change.path, first === undefined ? change : withAfter(first, contentAfter(change) ?? ''));
  }
  return [...files.values()];
}

/** Null: they contradict each other. */
function merged(one: FileChange, other: FileChange): FileChange | null {
  const [ours, theirs] = [contentAfter(one), contentAfter(other)];
  if (ours === null || theirs === null) return null;
  const merge = mergeTexts(contentBefore(one) ?? '', ours, theirs);
  return merge.kind === 'merged' ? withAfter(one, merge.text) : null;
}

function withAfter(change: FileChange, after: string): FileChange {
  return change.kind === 'delete' ? change : { ...change, after };
}
