import { stopsTheRun } from '../../diagnostics/diagnostic.ts';
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
import { type EarlierTree, isAsItStands, type SplitTreeReading } from '../regeneration-input.ts';
import { type RearrangedSplit, rearrangeSplit } from './rearrange-split.ts';

/** A split tree to move declarations in. */
export type Base = {
  readonly reading: SplitTreeReading;
  /** The earlier version that it is; null for the tree as it stands. */
  readonly from: EarlierTree | null;
};

/**
 * The split tree in which to move what an edit moves: an earlier version that, moved about by the manifest that made
 * the tree, gives the tree as it stands, for what moves back then comes to its old place, blank lines and all; else the
 * tree as it stands.
 */
export async function chooseBase(reading: SplitTreeReading): Promise<Base> {
  const { was, now } = reading.reconciled;
  if (reading.scope === 'all' || !isSameButForPlaces(was, now)) return asItStands(reading);
  for (const earlier of reading.earlier) {
    const then = treeThen(reading, earlier);
    const made = then && readThen(reading, then, was);
    const before = made && (await moved(made));
    if (!then || !before || !isAsItStands(reading.tree, before.files)) continue;
    const base = readThen(reading, then, now);
    const after = base && (await moved(base));
    if (base && after && keepsAll(reading, after)) return { reading: base, from: earlier };
  }
  return asItStands(reading);
}

export function asItStands(reading: SplitTreeReading): Base {
  return { reading, from: null };
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

/** An earlier version of the split files, to be moved to where a manifest wants each function; null where that cannot be. */
function readThen(reading: SplitTreeReading, then: Tree, manifest: Manifest): SplitTreeReading | null {
  const { path } = reading.split.wrapper.source;
  const options = { annotations: manifest.annotations, brackets: manifest.brackets };
  const wrapper = parseHeader({ path, text: then.read(path) ?? '' }, options);
  if (splitStateOf(wrapper, manifest, then) === 'whole') return null;
  const split = readSplitHeaders(then, manifest, wrapper, reading.facts[1]);
  const standing = standingFunctions(split, manifest);
  const reconciled = reconcile(impliedManifest(manifest, split, standing), manifest, standing, 'all');
  return stopsTheRun(reconciled.findings) ? null : { ...reading, split, standing, reconciled };
}

async function moved(reading: SplitTreeReading): Promise<RearrangedSplit | null> {
  const rearranged = await rearrangeSplit(reading);
  return stopsTheRun(rearranged.findings) ? null : rearranged;
}
