import type { Manifest } from '../manifest/manifest.ts';
import type { Header, Item } from '../model/header.ts';
import type { Tree } from '../text/tree.ts';
import { normalPath } from './include-graph.ts';
import { functionNames } from './placement.ts';

/** Whether a manifest's header is still whole, or already the wrapper of its part files. */
export type SplitState = 'whole' | 'split';

/**
 * A header that includes part files of its manifest which the tree has is a wrapper. One that merely shares a folder
 * with such files is not.
 */
export function splitStateOf(header: Header, manifest: Manifest, tree: Tree): SplitState {
  const files = new Set(manifest.parts.map((part) => part.file));
  return header.items.some((item) =>
    [...files].some((file) => includesFile(header, item, file) && tree.read(file) !== null),
  )
    ? 'split'
    : 'whole';
}

/** Whether an item includes a part file: as a sibling, or by a path that the file's own ends with. */
function includesFile(header: Header, item: Item, file: string): boolean {
  if (item.content.kind !== 'directive' || item.content.directive.kind !== 'include') return false;
  const { path } = item.content.directive.target;
  if (path === null) return false;
  const folder = header.source.path.slice(0, header.source.path.lastIndexOf('/') + 1);
  return normalPath(folder + path) === file || file === path || (path.includes('/') && file.endsWith(`/${path}`));
}

/** Whether a wrapper still declares functions of its own: a prototype added after the split, in the wrong file. */
export function functionsInWrapper(header: Header): readonly Item[] {
  return header.items.filter((item) => functionNames(item).length > 0);
}
