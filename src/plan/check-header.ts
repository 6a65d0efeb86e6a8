import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { checkPairs } from '../model/check-text.ts';
import type { Header } from '../model/header.ts';
import { placeOf } from '../text/place.ts';
import { unknownBrackets } from './brackets/bracket-entries.ts';

/** A header can be split when its conditionals and brackets pair, and a guard protects all of it. */
export function checkHeader(header: Header, manifest: Manifest): readonly Diagnostic[] {
  const { source } = header;
  const findings = [...unknownBrackets(source, manifest), ...checkPairs(header)];
  if (manifest.reinclude === 'once' || !mayTellGuard(header)) return findings;
  if (lacksGuard(header)) {
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

/** What keeps a header from being included again, so that its manifest needs `reinclude`; null: it may be. */
export function whyOnce(header: Header): 'no guard' | 'code outside' | null {
  if (!mayTellGuard(header)) return null;
  if (lacksGuard(header)) return 'no guard';
  return header.outside.length > 0 ? 'code outside' : null;
}

function lacksGuard({ guard, items }: Header): boolean {
  return guard.kind === 'none' && items.length > 0;
}

/** Where conditionals do not pair, what the guard encloses cannot be told. */
function mayTellGuard({ unpaired }: Header): boolean {
  return !unpaired.some(({ what }) => what.startsWith('#'));
}
