import type { Manifest } from '../manifest/manifest.ts';
import { partNamed } from '../manifest/part-lookup.ts';

/** Whether a function gets the assertion of its part: `exempt` by `assert: false`, `none` where its part has none. */
export type Asserting = 'asserts' | 'exempt' | 'none';

export function assertingOf(manifest: Manifest, name: string): Asserting {
  const entry = manifest.prototypes.get(name);
  if (entry === undefined || (partNamed(manifest, entry.part)?.assert ?? null) === null) return 'none';
  return entry.assert ? 'asserts' : 'exempt';
}

/**
 * Why a function is exempt; null: nothing says it. That is `assert_why` of its entry, or else `why`; but where the entry
 * also says whose the comment is, `why` may be for that.
 */
export function whyExempt(manifest: Manifest, name: string): string | null {
  const entry = manifest.prototypes.get(name);
  if (entry === undefined || assertingOf(manifest, name) !== 'exempt') return null;
  return entry.assertWhy ?? (entry.comment === null ? entry.why : null);
}

/** Why a function is in its part: `why` of its entry, unless that says why it is exempt. */
export function whyPlaced(manifest: Manifest, name: string): string | null {
  const { why = null, assertWhy = null } = manifest.prototypes.get(name) ?? {};
  return assertWhy === null && whyExempt(manifest, name) !== null ? null : why;
}
