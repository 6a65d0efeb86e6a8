import type { Part } from '../../manifest/manifest.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';

/** A function of the header, with the part it is in. `assert`: whether its definitions get the part's assertion. */
export type AssertionTarget = {
  readonly name: string;
  readonly part: Part;
  readonly assert: boolean;
  readonly declaredAt: { readonly source: SourceText; readonly span: Span };
};

export function asserts({ part, assert }: AssertionTarget): boolean {
  return assert && part.assert !== null;
}
