import type { Manifest } from './manifest.ts';

/** Whether one of the manifests has an entry for a function of this name. */
export function namesFunction(manifests: readonly Manifest[]): (name: string) => boolean {
  return (name) => {
    const names = known.get(manifests) ?? new Set(manifests.flatMap(namesIn));
    known.set(manifests, names);
    return names.has(name);
  };
}

/** Each manifest of a run asks for the names in all. */
const known = new WeakMap<readonly Manifest[], ReadonlySet<string>>();

function namesIn({ prototypes, functions }: Manifest): readonly string[] {
  return [...prototypes.keys(), ...[...functions.values()].flatMap((ofFile) => [...ofFile.keys()])];
}
