import type { Manifest, PrototypeEntry } from '../../manifest/manifest.ts';
import { partsIn } from '../../manifest/part-lookup.ts';
import { misplacedDeclarations } from '../../part-files/rules/misplaced-declarations.ts';
import type { SplitHeaders, StandingFunction } from '../../part-files/split-headers.ts';

/**
 * A manifest with each function, and each declaration that it assigns, in the part in which it stands in a split tree.
 * The same manifest when all stand where it says; what stands in no part file keeps its part.
 */
export function impliedManifest(
  manifest: Manifest,
  split: SplitHeaders,
  standing: readonly StandingFunction[],
): Manifest {
  // The first of several counts.
  const moved = new Map<string, PrototypeEntry>();
  for (const { name, part } of standing.toReversed()) {
    const entry = manifest.prototypes.get(name);
    if (entry && part !== null && part !== entry.part) moved.set(name, { ...entry, part });
    else moved.delete(name);
  }
  const assigned = misplacedDeclarations(split, manifest).flatMap(({ name, entry, header }) => {
    const [part] = partsIn(manifest, header.source.path);
    return part ? [[name, { ...entry, value: part.name }] as const] : [];
  });
  if (moved.size === 0 && assigned.length === 0) return manifest;
  return {
    ...manifest,
    prototypes: new Map([...manifest.prototypes, ...moved]),
    declarations: new Map([...manifest.declarations, ...assigned]),
  };
}
