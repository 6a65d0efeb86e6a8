import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { checkPairs } from '../model/check-text.ts';
import type { Header } from '../model/header.ts';
import { placeOf } from '../text/place.ts';
import { unknownBrackets } from './brackets/bracket-entries.ts';
import { checkDoubledInHeader } from './doubled-functions.ts';

/**
 * A header can be split when its conditionals and brackets pair, a guard protects all of it, and it declares no function
 * twice in the same words where one condition covers the other: once split, that would be a fault. `mayDouble`: it is one
 * already, and not the split's.
 */
export function checkHeader(header: Header, manifest: Manifest, mayDouble: boolean): readonly Diagnostic[] {
  const { source } = header;
  const doubled = mayDouble ? [] : checkDoubledInHeader(header);
  const findings = [...unknownBrackets(source, manifest), ...checkPairs(header), ...doubled];
  // Where conditionals do not pair, what the guard encloses cannot be told.
  if (manifest.reinclude === 'once' || header.unpaired.some(({ what }) => what.startsWith('#'))) return findings;
  if (header.guard.kind === 'none' && header.items.length > 0) {
    findings.push(
      diagnostic(
        'guard-missing',
        `${source.path} has no include guard`,
        placeOf(source, header.items[0]?.span ?? { start: 0, end: 0 }),
      ),
    );
  }
  const outside = header.outside.map((span) =>
    diagnostic('code-outside-guard', 'this is outside the include guard', placeOf(source, span)),
  );
  return [...findings, ...outside];
}
