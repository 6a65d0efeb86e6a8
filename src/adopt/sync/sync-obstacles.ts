import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { checkPairs } from '../../model/check-text.ts';
import type { Header, Item } from '../../model/header.ts';
import type { SplitHeaders } from '../../part-files/split-headers.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import { wordsIn } from '../../text/tree.ts';

/**
 * Why a function that was not found in a split tree may be there all the same, or be missing by mistake: the file of a
 * part that has entries is not there, conditionals or brackets do not pair, or what was not understood names it.
 * `found` are the functions that stand in part files.
 */
export function unreadable(
  { parts }: SplitHeaders,
  manifest: Manifest,
  found: ReadonlySet<string>,
): readonly Diagnostic[] {
  const wanted = [...manifest.prototypes.keys()].filter((name) => !found.has(name));
  return [
    ...missingFiles(parts, manifest),
    ...[...parts.values()].flatMap((header) => [...checkPairs(header), ...notUnderstood(header, wanted)]),
  ];
}

/** Without this, a part that was given another `file` in the manifest would lose all its entries. */
function missingFiles(parts: ReadonlyMap<string, Header>, manifest: Manifest): readonly Diagnostic[] {
  const filled = new Set([...manifest.prototypes.values()].map(({ part }) => part));
  const files = manifest.parts.filter((part) => filled.has(part.name) && !parts.has(part.file));
  return [...new Map(files.map((part) => [part.file, part])).values()].map((part) => {
    const listed = { place: placeOf(manifest.source, part.span), label: 'the file of this part' };
    return diagnostic('part-file-missing', `the tree has no ${part.file}`, placeOfFile(part.file), listed);
  });
}

function notUnderstood({ source, items }: Header, wanted: readonly string[]): readonly Diagnostic[] {
  return items
    .filter(isOpaque)
    .flatMap(({ span }) =>
      wordsIn(source.text.slice(span.start, span.end), wanted).map((name) =>
        diagnostic(
          'declaration-unreadable',
          `'${name}' is in a declaration that was not understood`,
          placeOf(source, span),
        ),
      ),
    );
}

function isOpaque({ content }: Item): boolean {
  return content.kind === 'broken' || (content.kind === 'declaration' && content.declaration.kind === 'opaque');
}
