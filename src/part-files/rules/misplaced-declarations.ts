import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DeclarationEntry, Manifest } from '../../manifest/manifest.ts';
import { fileOfPart } from '../../manifest/part-lookup.ts';
import { placeOfName } from '../../plan/assign.ts';
import type { ItemOfHeader } from '../../plan/functions-by-name.ts';
import { otherNames } from '../../plan/placement.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';

/**
 * Law: a declaration that the manifest assigns stands in the file of its part. It may stand elsewhere as well: a tag
 * can be declared again wherever it is needed.
 */
export function checkMisplacedDeclarations(split: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  return misplacedDeclarations(split, manifest).map(({ name, entry, header, item }) => {
    const listed = { place: placeOf(manifest.source, entry.span), label: `assigned to '${entry.value}' here` };
    const file = fileOfPart(manifest, entry.value);
    const message = `'${name}' is in ${header.source.path}, but part '${entry.value}' is in ${file}`;
    return diagnostic('declaration-misplaced', message, placeOfName(header, item, name), listed);
  });
}

/** A declaration with its entry in the manifest, and the first item that makes it. */
type MisplacedDeclaration = ItemOfHeader & { readonly name: string; readonly entry: DeclarationEntry };

export function misplacedDeclarations(
  { wrapper, parts }: SplitHeaders,
  manifest: Manifest,
): readonly MisplacedDeclaration[] {
  return [...manifest.declarations].flatMap(([name, entry]) => {
    const file = fileOfPart(manifest, entry.value);
    const standing = [...parts.values(), wrapper].flatMap((header) =>
      header.items.filter((item) => otherNames(item).includes(name)).map((item) => ({ header, item })),
    );
    const [first] = standing;
    return !first || standing.some(({ header }) => header.source.path === file) ? [] : [{ name, entry, ...first }];
  });
}
