import type { Manifest } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import type { Tree } from '../../text/tree.ts';
import type { Uses } from '../names/names-used.ts';
import type { Placements } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';

/** What has to be known to place an include. */
export type IncludeInput = {
  readonly header: Header;
  readonly manifest: Manifest;
  readonly tree: Tree;
  readonly facts: TreeFacts;
  readonly uses: Uses;
  readonly placements: Placements;
};
