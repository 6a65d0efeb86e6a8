import type { Manifest, Part } from '../../manifest/manifest.ts';

/** What a body should hold: `assert`, or no assertion of the manifest, and no other of `known` in any case. */
export type AssertionWish = {
  readonly assert: string | null;
  /** The assertions of the manifest's parts, `assert` among them, maybe spelt with other blanks. */
  readonly known: readonly string[];
};

export function assertionWish(manifest: Manifest, part: Part, isAsserted: boolean): AssertionWish {
  return { assert: isAsserted ? part.assert : null, known: assertionsOf(manifest) };
}

const known = new WeakMap<Manifest, readonly string[]>();

/** The same list for each function of a manifest, so that what is looked for is prepared once. */
function assertionsOf(manifest: Manifest): readonly string[] {
  const before = known.get(manifest);
  if (before) return before;
  const all = [...new Set(manifest.parts.flatMap(({ assert }) => assert ?? []))];
  known.set(manifest, all);
  return all;
}
