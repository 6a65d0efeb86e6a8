import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { ConsumerEntry } from '../manifest/series/series-file.ts';
import { placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { ConsumerChanges } from './series-input.ts';

/** A finding for each entry of a series file that changes its file for none of the headers. */
export function idleConsumers(series: SourceText, outcomes: readonly ConsumerChanges[]): readonly Diagnostic[] {
  const reasons = new Map<ConsumerEntry, Set<string>>();
  for (const [entry, why] of outcomes.flatMap(({ unchanged }) => [...unchanged])) {
    reasons.set(entry, (reasons.get(entry) ?? new Set()).add(why));
  }
  const changed = new Set(outcomes.flatMap((outcome) => [...outcome.changed]));
  return [...reasons].flatMap(([entry, why]) => {
    if (changed.has(entry)) return [];
    const message = `the entry for ${entry.file.value} changes nothing: ${[...why].join('; ')}`;
    return [diagnostic('consumer-unchanged', message, placeOf(series, entry.file.span))];
  });
}
