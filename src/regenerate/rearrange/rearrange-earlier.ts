import { stopsTheRun } from '../../diagnostics/diagnostic.ts';
import type { RenderedFile } from '../../edits/render-files.ts';
import { sameContent } from '../../manifest/edit/changed-manifest.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { filesOf } from '../../manifest/part-lookup.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { readSplitHeaders, standingFunctions } from '../../part-files/split-headers.ts';
import { splitStateOf } from '../../part-files/split-state.ts';
import { overlayTree } from '../../text/overlay-tree.ts';
import type { Tree } from '../../text/tree.ts';
import { checkKept } from '../check-kept.ts';
import { impliedManifest } from '../intent/implied-manifest.ts';
import { reconcile } from '../intent/reconcile.ts';
import type { EarlierTree, SplitTreeReading } from '../regeneration-input.ts';
import { type RearrangedSplit, rearrangeSplit } from './rearrange-split.ts';

/**
 * Moves what an edit moves from where it stood in an earlier version of the split files, when that version, moved about
 * by the manifest that made the tree, gives the tree as it stands: what moves back then comes to its old place, blank
 * lines and all. Null when no version does.
 */
export async function rearrangeEarlier(
  reading: SplitTreeReading,
): Promise<(RearrangedSplit & { readonly from: EarlierTree }) | null> {
  const { was, now } = reading.reconciled;
  if (!isSameButForPlaces(was, now)) return null;
  for (const earlier of reading.earlier) {
    const then = treeThen(reading, earlier);
    const base = then && (await rearrangeTo(reading, then, was));
    if (!base || !isAsItStands(reading.tree, base.files)) continue;
    const rearranged = await rearrangeTo(reading, then, now);
    if (rearranged && keepsAll(reading, rearranged)) return { ...rearranged, from: earlier };
  }
  return null;
}

/** An earlier version knows nothing of files, guards and banners of today: only what moves can be moved in it. */
function isSameButForPlaces(was: Manifest, now: Manifest): boolean {
  const places = { prototypes: now.prototypes, declarations: now.declarations };
  return sameContent({ ...was, ...places }, { ...now, ...places });
}

/** Whether all that stands in the tree comes out. */
function keepsAll({ split, reconciled }: SplitTreeReading, { files }: RearrangedSplit): boolean {
  return checkKept(split, files, { ...reconciled, moves: new Map() }).length === 0;
}

/** The tree with the split files of an earlier version; null where they are the same or not all there. */
function treeThen({ tree, split, reconciled }: SplitTreeReading, { read }: EarlierTree): Tree | null {
  const paths = [...new Set([split.wrapper.source.path, ...filesOf(reconciled.was)])];
  const texts = new Map(paths.map((path) => [path, read(path)]));
  const isSame = paths.every((path) => texts.get(path) === tree.read(path));
  return isSame || texts.get(split.wrapper.source.path) === null ? null : overlayTree(tree, texts);
}

/** The split files of an earlier version with each function where a manifest wants it; null when that cannot be. */
async function rearrangeTo(reading: SplitTreeReading, then: Tree, manifest: Manifest): Promise<RearrangedSplit | null> {
  const { path } = reading.split.wrapper.source;
  const options = { annotations: manifest.annotations, brackets: manifest.brackets };
  const wrapper = parseHeader({ path, text: then.read(path) ?? '' }, options);
  if (splitStateOf(wrapper, manifest, then) === 'whole') return null;
  const split = readSplitHeaders(then, manifest, wrapper, reading.facts[1]);
  const standing = standingFunctions(split, manifest);
  const reconciled = reconcile(impliedManifest(manifest, split, standing), manifest, standing, true);
  if (stopsTheRun(reconciled.findings)) return null;
  const rearranged = await rearrangeSplit({ ...reading, split, standing, reconciled });
  return stopsTheRun(rearranged.findings) ? null : rearranged;
}

/** Whether files to be written are what the tree has. */
export function isAsItStands(tree: Tree, files: readonly RenderedFile[]): boolean {
  return files.every(({ path, text }) => tree.read(path) === text);
}
