import type { Manifest } from '../../manifest/manifest.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { readSplitHeaders, standingFunctions } from '../../part-files/split-headers.ts';
import { includeGraph } from '../../plan/includes/include-graph.ts';
import type { Tree } from '../../text/tree.ts';
import { impliedManifest } from './implied-manifest.ts';

/** A manifest with each function, and each declaration that it assigns, where it stands in a split tree. */
export function asStanding(tree: Tree, manifest: Manifest): Manifest {
  const path = manifest.header.value;
  const options = { annotations: manifest.annotations, brackets: manifest.brackets };
  const wrapper = parseHeader({ path, text: tree.read(path) ?? '' }, options);
  // Only macros are looked up by it. A search for how the tree spells its includes would cost more than it tells.
  const graph = includeGraph(tree, manifest.includeDirs ?? ['', 'include']);
  const split = readSplitHeaders(tree, manifest, wrapper, { graph });
  return impliedManifest(manifest, split, standingFunctions(split, manifest));
}
