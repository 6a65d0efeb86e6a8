import { stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { contentAfter } from '../../diff/file-change.ts';
import { readBlobs } from '../../io/git/blobs.ts';
import { pathFromTopLevel } from '../../io/git/revision.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import { openRevisionTree } from '../../io/tree/revision-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { asStanding } from '../../regenerate/intent/as-standing.ts';
import { wholeHeaderTest } from '../../regenerate/merge/whole-header.ts';
import { type Origin, regenerateTree } from '../../regenerate/regenerate-tree.ts';
import { splitTree } from '../../split/split-tree.ts';
import type { Tree } from '../../text/tree.ts';

export type MadeByInput = {
  readonly disk: DiskTree;
  /** The manifest as HEAD has it. */
  readonly head: Manifest;
  readonly now: Manifest;
  readonly origin: Origin | null;
};

/**
 * Which manifest the work tree was made by, where HEAD has one. HEAD's, unless a run since then, not committed, has made
 * the split files by another: HEAD's or today's with the functions in the parts in which they stand. Which of them it
 * was is tried: made from HEAD's tree, that manifest's split files must be the work tree's, byte for byte.
 */
export async function madeBy({ disk, head, now, origin }: MadeByInput): Promise<Manifest> {
  if (disk.repository === null || !differsFromHead(disk, [head, now])) return head;
  const opened = openRevisionTree(disk.repository, disk.root, 'HEAD');
  if (opened.kind === 'unknown') return head;
  for (const manifest of [head, now]) {
    const candidate = asStanding(disk, manifest);
    if (candidate !== head && (await makes(candidate, opened.tree, { disk, head, now, origin }))) return candidate;
  }
  return head;
}

function differsFromHead({ repository, root, read }: DiskTree, manifests: readonly Manifest[]): boolean {
  if (repository === null) return false;
  const paths = splitFiles(manifests);
  const names = paths.map((path) => `HEAD:${pathFromTopLevel(repository, root, path)}`);
  return readBlobs(repository, names).some((text, at) => text !== read(paths[at] ?? ''));
}

/** Whether a manifest, on the tree that HEAD has, makes the split files that the work tree has. */
async function makes(candidate: Manifest, before: Tree, { disk, head, origin }: MadeByInput): Promise<boolean> {
  const path = head.header.value;
  const isWhole = wholeHeaderTest(path, [head, candidate])(before.read(path) ?? '');
  const made = isWhole
    ? await splitTree(before, candidate)
    : await regenerateTree({ tree: before, was: head, now: candidate, origin, scope: 'edited' });
  if (stopsTheRun(made.findings)) return false;
  const after = new Map([...made.headers, ...made.assertions].map((change) => [change.path, contentAfter(change)]));
  return splitFiles([head, candidate]).every((file) => {
    const content = after.get(file);
    return (content === undefined ? before.read(file) : content) === disk.read(file);
  });
}

function splitFiles(manifests: readonly Manifest[]): readonly string[] {
  const files = manifests.flatMap(({ header, parts }) => [header.value, ...parts.map(({ file }) => file)]);
  return [...new Set(files)];
}
