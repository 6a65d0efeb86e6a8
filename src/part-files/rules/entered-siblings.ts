import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { placeOf } from '../../text/place.ts';
import type { SplitHeaders } from '../split-headers.ts';
import { siblingIncludes } from './siblings.ts';

/**
 * Law: a part file that includes one which reads the wrapper above its guard does so itself. Else its own guard is defined
 * when the wrapper comes to it, and what follows in the wrapper is read without its declarations.
 */
export function checkEnteredSiblings(split: SplitHeaders, manifest: Manifest): readonly Diagnostic[] {
  return [...split.parts.values()].flatMap((header) => {
    if (header.entry !== null) return [];
    const include = siblingIncludes(header, split, manifest).find(
      ({ to }) => (split.parts.get(to)?.entry ?? null) !== null,
    );
    const other = include ? split.parts.get(include.to) : undefined;
    if (!include || !other?.entry) return [];
    const message = `${header.source.path} includes ${include.to}, which includes the wrapper above its guard, but does not do so itself`;
    const there = { place: placeOf(other.source, other.entry), label: 'as here' };
    return [diagnostic('wrapper-not-first', message, placeOf(header.source, include.item.span), there)];
  });
}
