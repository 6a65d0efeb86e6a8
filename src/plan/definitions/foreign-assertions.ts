import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest, Part } from '../../manifest/manifest.ts';
import { type FoundStatement, isSameStatement } from '../../model/bodies/body-assertions.ts';
import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';

/** The assertions of other parts that stay in a function, as they may have been written by hand: a finding for each. */
export function foreignAssertions(
  manifest: Manifest,
  source: SourceText,
  { name, part, isAsserted }: { readonly name: string; readonly part: Part; readonly isAsserted: boolean },
  kept: readonly FoundStatement[],
): readonly Diagnostic[] {
  return kept.map(({ statement, span }) => {
    const owners = partsAsserting(manifest, statement);
    const isOwn = part.assert !== null && isSameStatement(part.assert, statement);
    const holder = isOwn && !isAsserted ? `${name}(), which should not assert,` : `${name}() of part '${part.name}'`;
    const found = diagnostic('assertion-foreign', `${holder} has the assertion of ${owners}`, placeOf(source, span));
    return isOwn
      ? withNext(
          found,
          'Remove `assert: false` from the manifest if the assertion is right; otherwise remove the assertion by hand.',
        )
      : withNext(found, `Assign ${name} to ${owners} if the assertion is right; otherwise remove it by hand.`);
  });
}

export function partsAsserting(manifest: Manifest, statement: string): string {
  const parts = manifest.parts.filter(({ assert }) => assert !== null && isSameStatement(assert, statement));
  return `part ${parts.map(({ name }) => `'${name}'`).join(' or ')}`;
}
