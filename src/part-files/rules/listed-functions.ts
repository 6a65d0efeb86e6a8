import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { partsIn } from '../../manifest/part-lookup.ts';
import { placeOfName } from '../../plan/assign.ts';
import { functionNames } from '../../plan/placement.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';

/** Law: every function of a part file is in the manifest, with a part. */
export function checkListedFunctions({ parts }: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  const reported = new Set<string>();
  return [...parts.values()].flatMap((header) =>
    header.items.flatMap((item) =>
      functionNames(item).flatMap((name) => {
        const entry = manifest.prototypes.get(name);
        if (reported.has(name) || typeof entry?.part === 'string') return [];
        reported.add(name);
        const place = placeOfName(header, item, name);
        const { path } = header.source;
        if (!entry)
          return [diagnostic('prototype-unlisted', `'${name}' is in ${path}, but not in the manifest`, place)];
        const listed = { place: placeOf(manifest.source, entry.span), label: 'listed here, without a part' };
        const finding = diagnostic('prototype-unassigned', `prototype '${name}' has no part`, place, listed);
        return [withNext(finding, `Write the part whose file it is in: ${partsOf(manifest, path)}.`)];
      }),
    ),
  );
}

function partsOf(manifest: Manifest, file: string): string {
  return partsIn(manifest, file)
    .map(({ name }) => `'${name}'`)
    .join(' or ');
}
