import type { Manifest } from './manifest.ts';

/** Whether one of the manifests has an entry for a function of this name. */
export function namesFunction(manifests: readonly Manifest[]): (name: string) => boolean {
  return (name) =>
    manifests.some(
      ({ prototypes, functions }) => prototypes.has(name) || [...functions.values()].some((ofFile) => ofFile.has(name)),
    );
}
