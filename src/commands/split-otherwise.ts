import { type Diagnostic, diagnostic, severityOf } from '../diagnostics/diagnostic.ts';
import { splitFindingOf } from '../diagnostics/split-findings.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { SplitResult } from '../split/split-result.ts';
import { placeOf } from '../text/place.ts';
import type { ManifestSplit, Run } from './plan-run.ts';

/** The run, with an error for each header that is split already, and otherwise than its manifest says. */
export function refuseOtherSplits(run: Run): Run {
  const others = otherSplits(run.splits);
  return others.length === 0 ? run : { ...run, changes: [], findings: [...run.findings, ...others] };
}

/** An error for each header that is split already, and otherwise than its manifest says. */
export function otherSplits(splits: readonly ManifestSplit[]): readonly Diagnostic[] {
  return splits.flatMap(({ manifest, result }) => {
    const reason = reasonOf(manifest, result);
    if (reason === null) return [];
    const place = placeOf(manifest.source, manifest.header.span);
    return [diagnostic('split-otherwise', `${manifest.header.value} ${reason}`, place)];
  });
}

function reasonOf({ prototypes }: Manifest, { before, findings }: SplitResult): string | null {
  const errors = findings.filter((finding) => severityOf(finding) === 'error');
  if (before === 'split') {
    const isOther = errors.some(({ code }) => splitFindingOf(code)?.about === 'headers');
    return isOther ? 'is already split, but not as the manifest says' : null;
  }
  // Where no part file bears the name that the manifest gives it, a wrapper looks like a header of other functions.
  const unknown = errors.filter(({ code }) => code === 'prototype-unknown').length;
  return unknown > 0 && unknown === prototypes.size
    ? "declares none of the manifest's functions; it may already be split, into other files"
    : null;
}
