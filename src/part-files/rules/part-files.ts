import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { includedPath } from '../../plan/assign.ts';
import { filesMeantAmong } from '../../plan/includes/means-file.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';

/** Law: a part to which the manifest assigns something, or whose file a file of the split includes, has its file. */
export function checkPartFiles({ wrapper, parts }: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  const assigned = new Set([
    ...[...manifest.prototypes.values()].map((entry) => entry.part),
    ...[...manifest.declarations.values()].map((entry) => entry.value),
  ]);
  const meant = filesMeantAmong(manifest.parts.map(({ file }) => file));
  const included = new Set(
    [...parts.values(), wrapper].flatMap(({ source, items }) =>
      items.flatMap(includedPath).flatMap((path) => meant(source.path, path)),
    ),
  );
  const reported = new Set<string>();
  return manifest.parts.flatMap(({ name, file, span }) => {
    if (parts.has(file) || reported.has(file) || !(assigned.has(name) || included.has(file))) return [];
    reported.add(file);
    const message = `part '${name}' has no file: the tree lacks ${file}`;
    return [diagnostic('part-file-missing', message, placeOf(manifest.source, span))];
  });
}
