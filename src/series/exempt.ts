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
 * Why a function is exempt; null: nothing says it. An entry has one `why`: where it also says whose the comment is, the
 * reason may be for that.
 */
export function whyExempt(manifest: Manifest, name: string): string | null {
  const entry = manifest.prototypes.get(name);
  return entry === undefined || entry.comment !== null || assertingOf(manifest, name) !== 'exempt' ? null : entry.why;
}
