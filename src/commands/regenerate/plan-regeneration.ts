import type { DiskTree } from '../../io/tree/disk-tree.ts';
import type { RevisionTree } from '../../io/tree/revision-tree.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { regenerateTree } from '../../regenerate/regenerate-tree.ts';
import { type SplitResult, stopped } from '../../split/split-result.ts';
import type { Tree } from '../../text/tree.ts';
import { originOf } from '../find-whole-header.ts';
import type { Shell } from '../shell.ts';
import { earlierTrees } from './earlier-trees.ts';
import { wasManifest } from './was-manifest.ts';
import { madeBy } from './which-manifest-made-tree.ts';

export type RegenerationContext = {
  readonly disk: DiskTree;
  /** What `--from` names. */
  readonly from: RevisionTree | null;
  /** What `--was` gives. */
  readonly named: string | null;
  readonly shell: Shell;
};

/** What an edited manifest asks of `tree`: the work tree, or that as the manifests before it leave it. */
export async function planRegeneration(
  tree: Tree,
  now: Manifest,
  { disk, from, named, shell }: RegenerationContext,
): Promise<SplitResult> {
  const said = wasManifest(now, named, shell, disk.repository);
  if (said.kind === 'refused') return stopped(said.findings);
  const lookup = originOf(disk, from, said.manifest, now);
  if (lookup.kind === 'refused') return stopped(lookup.findings);
  const { origin } = lookup;
  const was = said.by === 'head' ? await madeBy({ disk, head: said.manifest, now, origin }) : said.manifest;
  const earlier = origin === null ? earlierTrees(disk, was) : [];
  return regenerateTree({ tree, was, now, origin, earlier, scope: 'edited' });
}
