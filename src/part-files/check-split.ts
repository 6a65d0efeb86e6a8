import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { RepeatedBefore } from './repeated-before.ts';
import { splitRules } from './rules/index.ts';
import type { SplitHeaders } from './split-headers.ts';

/** Where the headers of a split tree and their manifest disagree, all rules in one run. */
export function checkSplit(split: SplitHeaders, manifest: Manifest, repeated: RepeatedBefore): readonly Diagnostic[] {
  return splitRules.flatMap((rule) => rule(split, manifest, repeated));
}
