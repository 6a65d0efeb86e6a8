import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { RepeatedBefore } from '../repeated-before.ts';
import type { SplitHeaders } from '../split-headers.ts';

/**
 * What of its law a split tree breaks. Reads the headers of the split, the manifest, and what the header repeated before
 * it was split; nothing else.
 */
export type SplitRule = (split: SplitHeaders, manifest: Manifest, repeated: RepeatedBefore) => readonly Diagnostic[];
