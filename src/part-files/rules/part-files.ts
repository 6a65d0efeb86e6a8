import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { includedPath } from '../../plan/assign.ts';
import { meansFile } from '../../plan/includes/means-file.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';

/** Law: a part to which the manifest assigns something, or whose file a file of the split includes, has its file. */
export function checkPartFiles({ wrapper, parts }: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  const assigned = new Set([
    ...[...manifest.prototypes.values()].map((entry) => entry.part),
    ...[...manifest.declarations.values()].map((entry) => entry.value),
  ]);
  const isIncluded = (file: string): boolean =>
    [...parts.values(), wrapper].some(({ source, items }) =>
      items.flatMap(includedPath).some((path) => meansFile(source.path, path, file)),
    );
  const reported = new Set<string>();
  return manifest.parts.flatMap(({ name, file, span }) => {
    if (parts.has(file) || reported.has(file) || !(assigned.has(name) || isIncluded(file))) return [];
    reported.add(file);
    const message = `part '${name}' has no file: the tree lacks ${file}`;
    return [diagnostic('part-file-missing', message, placeOf(manifest.source, span))];
  });
}
