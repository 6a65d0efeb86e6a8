import type { Part } from '../../manifest/manifest.ts';
import type { Parameters } from '../../parse/declarations/parameters.ts';
import type { Place } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';

/** A definition that should hold its part's assertion. */
export type AssertedFunction = {
  readonly name: string;
  readonly place: Place;
  readonly part: Part;
  readonly parameters: Parameters;
  readonly source: SourceText;
  /** From `{` to past its `}`, in `source`. */
  readonly body: Span;
  /** Whether the assertion is put in; else it stands there already, or the body is left as it is. */
  readonly isPutIn: boolean;
};

/** Whether a function that gets its assertion surely has no parameter of that name. */
export function lacksParameter({ isPutIn, parameters }: AssertedFunction, name: string): boolean {
  const { names, others, isComplete } = parameters;
  return isPutIn && isComplete && !names.has(name) && !others.has(name);
}
