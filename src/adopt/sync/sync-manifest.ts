import { type Diagnostic, diagnostic, stopsTheRun } from '../../diagnostics/diagnostic.ts';
import { editManifest } from '../../manifest/edit/edit-manifest.ts';
import type { ManifestChange } from '../../manifest/edit/manifest-change.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { checkText } from '../../model/check-text.ts';
import { parseHeader } from '../../model/lower-header.ts';
import { readSplitHeaders } from '../../part-files/split-headers.ts';
import { splitStateOf } from '../../part-files/split-state.ts';
import { treeFacts } from '../../plan/tree-facts.ts';
import { placeOf } from '../../text/place.ts';
import type { Tree } from '../../text/tree.ts';
import { syncChanges } from './sync-changes.ts';

/** What a manifest becomes when it follows the tree. With an error among the findings there are no changes. */
export type SyncedManifest = {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly changes: readonly ManifestChange[];
  readonly findings: readonly Diagnostic[];
};

/** Makes a manifest say what stands in a tree that is split by it, whatever was done there by hand. Writes nothing. */
export function syncManifest(tree: Tree, manifest: Manifest): SyncedManifest {
  const stopped = (...findings: readonly Diagnostic[]) => ({
    before: manifest,
    after: manifest,
    changes: [],
    findings,
  });
  const { value: path, span } = manifest.header;
  const text = tree.read(path);
  if (text === null)
    return stopped(diagnostic('file-missing', `the tree has no header '${path}'`, placeOf(manifest.source, span)));
  const unfit = checkText({ path, text });
  if (unfit) return stopped(unfit);
  const wrapper = parseHeader({ path, text }, { annotations: manifest.annotations, brackets: manifest.brackets });
  if (splitStateOf(wrapper, manifest, tree) === 'whole')
    return stopped(diagnostic('not-split-yet', `${path} is not split yet`, placeOf(manifest.source, span)));
  const split = readSplitHeaders(tree, manifest, wrapper, treeFacts(tree, wrapper, manifest));
  const { changes, findings } = syncChanges(split, manifest);
  if (stopsTheRun(findings)) return stopped(...findings);
  const edited = editManifest(manifest, changes);
  if (edited.kind === 'uneditable') return stopped(...findings, edited.finding);
  return { before: manifest, after: edited.manifest, changes, findings };
}
