import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOfPart } from '../../manifest/part-lookup.ts';
import { placeOfName } from '../../plan/assign.ts';
import { functionsByName } from '../../plan/functions-by-name.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';

/**
 * Law: a function that stands in a part file stands in the file of its part. One that stands there and elsewhere is
 * doubled.
 */
export function checkMisplacedFunctions({ parts }: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  return [...functionsByName(parts.values())].flatMap(([name, standing]) => {
    const entry = manifest.prototypes.get(name);
    if (typeof entry?.part !== 'string') return [];
    const file = fileOfPart(manifest, entry.part);
    const [first] = standing;
    if (!first || standing.some(({ header }) => header.source.path === file)) return [];
    const message = `'${name}' is in ${first.header.source.path}, but part '${entry.part}' is in ${file}`;
    const listed = { place: placeOf(manifest.source, entry.span), label: `assigned to '${entry.part}' here` };
    return [diagnostic('prototype-misplaced', message, placeOfName(first.header, first.item, name), listed)];
  });
}
