import type { Manifest, PrototypeEntry } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import { includedPath } from '../../plan/assign.ts';
import { functionNames, otherNames } from '../../plan/placement.ts';

/**
 * A manifest of today as it would have been written for a header of long ago: without the entries of what that header
 * does not declare, and with entries for what was declared then and is not any more.
 *
 * @param elsewhere Where those parts come from: other manifests that may know the name, then the shared part.
 */
export function fitManifest(manifest: Manifest, header: Header, elsewhere: readonly Manifest[]): Manifest {
  const functions = new Set(header.items.flatMap(functionNames));
  const others = new Set(header.items.flatMap(otherNames));
  const included = new Set(header.items.flatMap(includedPath));
  const names = new Set(manifest.parts.map(({ name }) => name));
  const partOfGone = (name: string): string => {
    const known = elsewhere.map((one) => one.prototypes.get(name)?.part).find((part) => part && names.has(part));
    return known ?? manifest.shared;
  };
  const prototypes = new Map<string, PrototypeEntry>();
  for (const [name, entry] of manifest.prototypes) if (functions.has(name)) prototypes.set(name, entry);
  for (const name of functions) {
    if (prototypes.has(name)) continue;
    const part = partOfGone(name);
    prototypes.set(name, {
      span: manifest.header.span,
      part,
      assert: false,
      comment: null,
      why: null,
      assertWhy: null,
    });
  }
  return {
    ...manifest,
    prototypes,
    declarations: new Map([...manifest.declarations].filter(([name]) => others.has(name))),
    includes: new Map([...manifest.includes].filter(([path]) => included.has(path))),
  };
}
