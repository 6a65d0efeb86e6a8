import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { filesOf, partsIn } from '../../manifest/part-lookup.ts';
import type { SplitHeaders } from '../../part-files/split-headers.ts';
import { includedPath } from '../../plan/assign.ts';
import { includedFile } from '../../plan/includes/included-file.ts';
import { filesMeantAmong } from '../../plan/includes/means-file.ts';
import type { TreeFacts } from '../../plan/tree-facts.ts';
import { placeOf, placeOfFile } from '../../text/place.ts';
import { type Tree, wordsIn } from '../../text/tree.ts';

/**
 * Law: a part file that has functions by the manifest exists, when the wrapper includes it, or includes another file
 * that names them: then it lies elsewhere, and the manifest is not the one that made the tree. One that nobody misses
 * went with the last of its functions.
 */
export function missingPartFiles(
  tree: Tree,
  was: Manifest,
  split: SplitHeaders,
  facts: TreeFacts,
): readonly Diagnostic[] {
  const { wrapper, parts } = split;
  const others = wrapper.items
    .flatMap((item) => includedFile(wrapper, facts, item) ?? [])
    .filter((path) => !parts.has(path));
  const meant = filesMeantAmong(filesOf(was));
  const includes = wrapper.items.flatMap(includedPath).flatMap((path) => meant(wrapper.source.path, path));
  const included = new Set(includes);
  return filesOf(was)
    .filter((file) => !parts.has(file))
    .flatMap((file) => {
      const names = namesIn(was, file);
      const elsewhere = others.find((path) => wordsIn(tree.read(path) ?? '', names).length > 0);
      if (names.length === 0 || (!included.has(file) && elsewhere === undefined)) return [];
      const part = partsIn(was, file)[0];
      const place = part ? placeOf(was.source, part.span) : placeOfFile(file);
      const found =
        elsewhere === undefined ? [] : [{ place: placeOfFile(elsewhere), label: 'its functions are named here' }];
      return [diagnostic('part-file-missing', `the tree has no ${file}`, place, ...found)];
    });
}

function namesIn(was: Manifest, file: string): readonly string[] {
  const inFile = new Set(partsIn(was, file).map(({ name }) => name));
  return [...was.prototypes].flatMap(([name, { part }]) => (part !== null && inFile.has(part) ? [name] : []));
}
