import { stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { changeOf, contentAfter } from '../../diff/file-change.ts';
import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { type RepeatedBefore, repeatedIn } from '../../part-files/repeated-before.ts';
import { readSplitHeaders, type SplitHeaders } from '../../part-files/split-headers.ts';
import { treeFacts } from '../../plan/tree-facts.ts';
import { removeCopies } from '../../regenerate/rearrange/remove-copies.ts';
import { regenerateTree } from '../../regenerate/regenerate-tree.ts';
import { type SplitResult, stopped } from '../../split/split-result.ts';
import { overlayTree } from '../../text/overlay-tree.ts';
import type { Tree } from '../../text/tree.ts';
import { originOf } from '../find-whole-header.ts';
import { repeatedBefore, statementsInHistory } from '../statements-before.ts';

/**
 * Fixes a split tree, the disk's or that as other manifests leave it: it is regenerated with today's manifest as the one
 * that made it, since what is otherwise is wrong, whoever made it so. Then what stands twice goes: a function that stood
 * in two wrong files stands twice in the right one. Where no header tells what it repeated, what one file repeats stays.
 */
export async function fixSplit(tree: Tree, manifest: Manifest, disk: DiskTree): Promise<SplitResult> {
  const lookup = originOf(disk, null, manifest, manifest);
  if (lookup.kind === 'refused') return stopped(lookup.findings, 'split');
  const result = await regenerateTree({
    tree,
    was: manifest,
    now: manifest,
    origin: lookup.origin,
    scope: 'all',
    before: statementsInHistory(disk, manifest),
  });
  if (stopsTheRun(result.findings)) return result;
  const regenerated = new Map(result.headers.map((change) => [change.path, contentAfter(change)]));
  const { origin } = lookup;
  const repeated =
    origin === null ? repeatedIn(partsOf(tree, manifest).parts.values()) : repeatedBefore(origin, manifest);
  const cleared = withoutCopies(overlayTree(tree, regenerated), manifest, repeated);
  const headers = [...new Map([...regenerated, ...cleared])].flatMap(([path, after]) => changeOf(tree, path, after));
  return { ...result, headers };
}

function withoutCopies(tree: Tree, manifest: Manifest, repeated: RepeatedBefore): ReadonlyMap<string, string> {
  return new Map(removeCopies(partsOf(tree, manifest), manifest, repeated).map(({ path, text }) => [path, text]));
}

function partsOf(tree: Tree, manifest: Manifest): SplitHeaders {
  const path = manifest.header.value;
  const options = { annotations: manifest.annotations, brackets: manifest.brackets };
  const wrapper = parseHeader({ path, text: tree.read(path) ?? '' }, options);
  return readSplitHeaders(tree, manifest, wrapper, treeFacts(tree, wrapper, manifest));
}
