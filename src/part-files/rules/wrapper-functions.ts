import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOfPart } from '../../manifest/part-lookup.ts';
import { placeOfName } from '../../plan/assign.ts';
import { functionsByName } from '../../plan/functions-by-name.ts';
import { functionNames } from '../../plan/placement.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';

/** Law: the wrapper declares no function. */
export function checkWrapperFunctions({ wrapper, parts }: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  const inParts = functionsByName(parts.values());
  return wrapper.items.flatMap((item) =>
    functionNames(item).map((name) => {
      const place = placeOfName(wrapper, item, name);
      const message = `'${name}' is in ${wrapper.source.path}, which should only include the part files`;
      const [other] = inParts.get(name) ?? [];
      const again = other ? [{ place: placeOfName(other.header, other.item, name), label: 'and here' }] : [];
      const entry = manifest.prototypes.get(name);
      if (typeof entry?.part !== 'string') {
        const next =
          'Move it to the file of its part, then run `header-split sync`, which writes it into the manifest.';
        return withNext(diagnostic('prototype-in-wrapper', message, place, ...again), next);
      }
      const listed = { place: placeOf(manifest.source, entry.span), label: `assigned to '${entry.part}' here` };
      const next = `Run \`header-split check --fix\`, or move it to ${fileOfPart(manifest, entry.part)}.`;
      return withNext(diagnostic('prototype-in-wrapper', message, place, ...again, listed), next);
    }),
  );
}
