import type { Part } from '../../manifest/manifest.ts';
import type { Place } from '../../text/place.ts';

/** A function of the header, with the part it is in. `assert`: whether its definitions get the part's assertion. */
export type AssertionTarget = {
  readonly name: string;
  readonly part: Part;
  readonly assert: boolean;
  readonly declaredAt: Place;
};

export function asserts({ part, assert }: AssertionTarget): boolean {
  return assert && part.assert !== null;
}
