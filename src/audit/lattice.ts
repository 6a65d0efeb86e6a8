import type { Manifest } from '../manifest/manifest.ts';

/** Who may call whom, as the `may_call` of all manifests together say. */
export type Lattice = {
  /** In the order of the manifests. */
  readonly parts: readonly string[];
  /** Parts that every other part may call. */
  readonly shared: ReadonlySet<string>;
  readonly mayCall: (caller: string, callee: string) => boolean;
};

/**
 * Parts of one name in several manifests are one part. It may call what one of the manifests lets it; of a part that is
 * in no manifest with it nothing is said, so it may.
 */
export function latticeOf(manifests: readonly Manifest[]): Lattice {
  const allowed = new Set<string>();
  const forbidden = new Set<string>();
  const parts = new Set<string>();
  for (const manifest of manifests) {
    for (const { name } of manifest.parts) parts.add(name);
    for (const { name, mayCall } of manifest.parts) {
      for (const { name: other } of manifest.parts) {
        const isAllowed = mayCall === null || other === name || other === manifest.shared || mayCall.includes(other);
        (isAllowed ? allowed : forbidden).add(`${name} ${other}`);
      }
    }
  }
  return {
    parts: [...parts],
    shared: new Set(manifests.map(({ shared }) => shared)),
    mayCall: (caller, callee) => allowed.has(`${caller} ${callee}`) || !forbidden.has(`${caller} ${callee}`),
  };
}
