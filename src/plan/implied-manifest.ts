import type { Manifest } from '../manifest/manifest.ts';
import type { SplitHeaders, StandingFunction } from './split-headers.ts';
import { misplacedDeclarations } from './split-rules/misplaced-declarations.ts';

/** Today's manifest with each function, and each declaration that it assigns, in the part in which it stands. */
export function impliedManifest(now: Manifest, split: SplitHeaders, standing: readonly StandingFunction[]): Manifest {
  const prototypes = new Map(now.prototypes);
  for (const { name, part } of standing.toReversed()) {
    const entry = now.prototypes.get(name);
    if (entry && part !== null) prototypes.set(name, { ...entry, part });
  }
  const declarations = new Map(now.declarations);
  for (const { name, entry, header } of misplacedDeclarations(split, now)) {
    const part = now.parts.find(({ file }) => file === header.source.path);
    if (part) declarations.set(name, { ...entry, value: part.name });
  }
  return { ...now, prototypes, declarations };
}
