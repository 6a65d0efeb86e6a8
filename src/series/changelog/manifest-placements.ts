import type { Manifest } from '../../manifest/manifest.ts';
import { displayText } from '../../text/source-text.ts';
import { whyPlaced } from '../exempt.ts';

/** Where a manifest puts a name: `part` is empty for a prototype without part. */
export type ManifestPlacement = {
  /** As a changelog has it: a function with `()`. */
  readonly name: string;
  readonly part: string;
  /** The reason that the manifest gives; null for none. */
  readonly why: string | null;
};

/**
 * Everything that a manifest assigns, and the declarations that only another version of it does: they go to the shared
 * part here.
 */
export function placementsWith(manifest: Manifest, other: Manifest): ReadonlyMap<string, ManifestPlacement> {
  const shared = [...other.declarations.keys()].filter((name) => !manifest.declarations.has(name));
  return new Map([
    ...manifestPlacements(manifest),
    ...shared.map(
      (name) => [keyOfDeclaration(name), { name: displayText(name), part: manifest.shared, why: null }] as const,
    ),
  ]);
}

/** Everything that a manifest assigns, by what is one and the same thing in two manifests. */
export function manifestPlacements(manifest: Manifest): ReadonlyMap<string, ManifestPlacement> {
  const placements = new Map<string, ManifestPlacement>();
  for (const [name, { part }] of manifest.prototypes) {
    const why = whyPlaced(manifest, name);
    placements.set(`function ${name}`, { name: `${displayText(name)}()`, part: part ?? '', why });
  }
  for (const [name, { value }] of manifest.declarations) {
    placements.set(keyOfDeclaration(name), { name: displayText(name), part: value, why: null });
  }
  for (const [file, functions] of manifest.functions) {
    for (const [name, { value }] of functions) {
      placements.set(`${file} ${name}`, { name: `${displayText(name)}() of ${file}`, part: value, why: null });
    }
  }
  return placements;
}

function keyOfDeclaration(name: string): string {
  return `other ${name}`;
}
