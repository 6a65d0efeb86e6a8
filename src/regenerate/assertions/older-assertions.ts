import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../text/place.ts';

/** One note for all definitions that did not hold what the manifest before asked, and were left as they are. */
export function olderAssertions(
  found: readonly { readonly name: string; readonly place: Place }[],
): readonly Diagnostic[] {
  const [first, ...others] = found;
  if (!first) return [];
  const names = found.map(({ name }) => `${name}()`).join(', ');
  const message = `left alone, as they did not match the manifest before either: ${names}`;
  return [diagnostic('assertion-older', message, first.place, ...others.map(({ place }) => ({ place })))];
}
