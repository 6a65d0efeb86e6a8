import { contentAfter, contentBefore } from '../../src/diff/file-change.ts';
import type { MadePatch, SeriesPlan } from '../../src/series/series-plan.ts';
import { overlayTree } from '../../src/text/overlay-tree.ts';
import type { Tree } from '../../src/text/tree.ts';

/** The tree after the patches made by a plan; throws when one is not relative to the tree that it finds, or is empty. */
export function replay(tree: Tree, plan: SeriesPlan): Tree {
  return madePatches(plan).reduce((before, { subject, changes }) => {
    if (changes.length === 0) throw new Error(`${subject}: empty`);
    for (const change of changes) {
      if (before.read(change.path) !== contentBefore(change)) throw new Error(`${subject}: ${change.path} differs`);
    }
    return overlayTree(before, new Map(changes.map((change) => [change.path, contentAfter(change)])));
  }, tree);
}

export function madePatches({ patches }: SeriesPlan): readonly MadePatch[] {
  return patches.filter((patch) => patch.kind === 'made');
}

/** Each patch as `topic part: paths`, prerequisites by kind and name. */
export function outline({ patches }: SeriesPlan): readonly string[] {
  return patches.map((patch) => {
    if (patch.kind === 'mail') return `mail ${patch.path}`;
    if (patch.kind === 'commit') return `commit ${patch.revision}`;
    const paths = patch.changes.map(({ path }) => path).join(' ');
    return `${patch.topic}${patch.part === null ? '' : ` ${patch.part}`}: ${paths}`;
  });
}

/** All files of a tree with their contents. */
export function filesOf(tree: Tree): Readonly<Record<string, string | null>> {
  return Object.fromEntries(tree.files().map((path) => [path, tree.read(path)]));
}
