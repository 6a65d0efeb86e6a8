import type { Manifest } from '../../manifest/manifest.ts';
import { includedPath } from '../../plan/assign.ts';
import { filesMeantAmong } from '../../plan/includes/means-file.ts';
import { functionNames } from '../../plan/placement.ts';
import { compileWords } from '../../text/word-search.ts';
import { parseWhole } from './parse-whole.ts';

/**
 * Whether a text is a manifest's header from before it was split: it declares a function of the manifest and includes
 * none of the part files, those of its other versions (`manifests`) among them. Cheap where the text names no function.
 */
export function wholeHeaderTest(path: string, manifests: readonly Manifest[]): (text: string) => boolean {
  const names = new Set(manifests.flatMap((manifest) => [...manifest.prototypes.keys()]));
  const meant = filesMeantAmong(manifests.flatMap((manifest) => manifest.parts.map((part) => part.file)));
  const search = compileWords([...names]);
  return (text) => {
    if (names.size > 0 && !search.anyIn(text)) return false;
    const { items } = parseWhole({ path, text }, manifests);
    const included = items.flatMap(includedPath);
    if (included.some((one) => meant(path, one).length > 0)) return false;
    return names.size === 0 || items.flatMap(functionNames).some((name) => names.has(name));
  };
}
