import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import type { Tree } from '../text/tree.ts';
import { normalPath } from './include-graph.ts';
import { functionNames } from './placement.ts';

/** Whether a manifest's header is still whole, or already the wrapper of its part files. */
export type SplitState = 'whole' | 'split';

/**
 * A header that includes part files which the tree has, and declares none of the manifest's functions itself, is a
 * wrapper. Where the manifest has no functions it must do nothing but include.
 */
export function splitStateOf(header: Header, manifest: Manifest, tree: Tree): SplitState {
  const files = new Set(manifest.parts.map((part) => part.file).filter((file) => tree.read(file) !== null));
  const includesPart = header.items.some((item) => [...files].some((file) => includesFile(header, item, file)));
  if (!includesPart) return 'whole';
  const isEmptied =
    manifest.prototypes.size > 0
      ? !header.items.some((item) => functionNames(item).some((name) => manifest.prototypes.has(name)))
      : header.items.every((item) => item.content.kind === 'directive' && item.content.directive.kind === 'include');
  return isEmptied ? 'split' : 'whole';
}

/** Whether an item includes a part file: as a sibling, or by a path that the file's own ends with. */
function includesFile(header: Header, item: Item, file: string): boolean {
  if (item.content.kind !== 'directive' || item.content.directive.kind !== 'include') return false;
  const { path } = item.content.directive.target;
  if (path === null) return false;
  const folder = header.source.path.slice(0, header.source.path.lastIndexOf('/') + 1);
  return normalPath(folder + path) === file || file === path || (path.includes('/') && file.endsWith(`/${path}`));
}
