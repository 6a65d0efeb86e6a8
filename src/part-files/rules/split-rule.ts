import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { SplitHeaders } from '../split-headers.ts';

/** What of its law a split tree breaks. Reads the headers of the split and the manifest, nothing else. */
export type SplitRule = (split: SplitHeaders, manifest: Manifest) => readonly Diagnostic[];
