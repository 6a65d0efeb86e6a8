import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { partsIn } from '../manifest/part-lookup.ts';
import type { Header } from '../model/header.ts';
import { placeOf } from '../text/place.ts';
import type { Tree } from '../text/tree.ts';
import type { Layout } from './layout.ts';

/** A part file is new: one that exists did not come from this manifest, or the header would be a wrapper. */
export function checkFiles(header: Header, manifest: Manifest, tree: Tree, layout: Layout): readonly Diagnostic[] {
  return layout.files.flatMap(({ path }) => {
    if (tree.read(path) === null) return [];
    const part = partsIn(manifest, path)[0];
    return [
      diagnostic(
        'part-file-exists',
        `${path} exists, but ${header.source.path} is not split yet`,
        placeOf(manifest.source, part?.span ?? { start: 0, end: 0 }),
      ),
    ];
  });
}
