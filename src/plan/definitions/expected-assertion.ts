import type { Manifest, Part } from '../../manifest/manifest.ts';
import { isSameStatement } from '../../model/bodies/body-assertions.ts';

/** What a body should hold: `assert`, or no assertion of the manifest, and none of `others` in any case. */
export type AssertionWish = {
  readonly assert: string | null;
  /** The assertions of the manifest's other parts. */
  readonly others: readonly string[];
};

export function assertionWish(manifest: Manifest, part: Part, isAsserted: boolean): AssertionWish {
  const assert = isAsserted ? part.assert : null;
  const others = new Set(manifest.parts.flatMap((other) => other.assert ?? []));
  return { assert, others: [...others].filter((other) => assert === null || !isSameStatement(other, assert)) };
}
