import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { nearestName } from '../text/nearest-name.ts';
import { placeOf, placeOfFile } from '../text/place.ts';
import { placeOfName } from './assign.ts';
import { functionNames } from './placement.ts';
import type { SplitHeaders } from './split-headers.ts';

/**
 * A split tree agrees with its manifest when each function stands in the file of its part and nowhere else, and each
 * entry of the manifest in one.
 */
export function checkSplit({ wrapper, parts }: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  const seen = new Set<string>();
  const fileOfPart = new Map(manifest.parts.map((part) => [part.name, part.file]));
  for (const [file, header] of [...parts, [wrapper.source.path, wrapper] as const]) {
    for (const item of header.items) {
      for (const name of functionNames(item)) {
        seen.add(name);
        const entry = manifest.prototypes.get(name);
        const place = placeOfName(header, item, name);
        if (!entry) {
          findings.push(diagnostic('split-otherwise', `'${name}' stands in ${file} and not in the manifest`, place));
        } else if (entry.part === null) {
          findings.push(
            diagnostic('prototype-unassigned', `prototype '${name}' has no part`, place, {
              place: placeOf(manifest.source, entry.span),
              label: 'listed here',
            }),
          );
        } else if (fileOfPart.get(entry.part) !== file) {
          const listed = { place: placeOf(manifest.source, entry.span), label: `assigned to '${entry.part}' here` };
          findings.push(
            diagnostic(
              'split-otherwise',
              `'${name}' stands in ${file}, and part '${entry.part}' is in ${fileOfPart.get(entry.part)}`,
              place,
              listed,
            ),
          );
        }
      }
    }
  }
  for (const [name, entry] of manifest.prototypes) {
    if (seen.has(name)) continue;
    const near = nearestName(
      name,
      [...seen].filter((other) => !manifest.prototypes.has(other)),
    );
    const finding = diagnostic(
      'split-otherwise',
      `the manifest lists '${name}', and no part file declares it`,
      placeOf(manifest.source, entry.span),
    );
    findings.push(near ? withNext(finding, `Did you mean '${near}'?`) : finding);
  }
  return [...findings, ...missingFiles(parts, manifest)];
}

/** A part that the manifest fills has a file, and the wrapper's parts are all there. */
function missingFiles(parts: ReadonlyMap<string, Header>, manifest: Manifest): readonly Diagnostic[] {
  const filled = new Set([...manifest.prototypes.values()].map((entry) => entry.part));
  const files = new Set(manifest.parts.filter((part) => filled.has(part.name)).map((part) => part.file));
  return [...files]
    .filter((file) => !parts.has(file))
    .map((file) =>
      diagnostic('split-otherwise', `the header is split, and the tree has no ${file}`, placeOfFile(file)),
    );
}
