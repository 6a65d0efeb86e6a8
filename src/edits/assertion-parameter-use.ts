import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import { namesOfStatement } from '../model/bodies/statement-names.ts';
import { usesInDeclarations } from '../model/bodies/uses-before.ts';
import type { Parameters } from '../parse/declarations/parameters.ts';
import { placeOf } from '../text/place.ts';
import { displayText, type SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** `parameters`: where they are not given, nothing is said of them. */
export type AssertedDefinition = {
  readonly name: string;
  readonly body: Span;
  readonly parameters?: Pick<Parameters, 'names' | 'others'> | undefined;
};

export type ParameterRead = {
  readonly assert: string;
  /** Those above the assertion. */
  readonly declarations: readonly { readonly span: Span }[];
  /** Whether `placement: first` would put the assertion above them. */
  readonly isMovable: boolean;
};

/**
 * A finding where declarations above an assertion use parameters that it names: it comes too late for them, and after a
 * pointer was followed a compiler may take the check of it away.
 */
export function parametersUsedBefore(
  source: SourceText,
  { name, parameters }: AssertedDefinition,
  { assert, declarations, isMovable }: ParameterRead,
): readonly Diagnostic[] {
  const named = namesOfStatement(assert).plain.filter(
    (one) => parameters?.names.has(one) === true || parameters?.others.has(one) === true,
  );
  if (named.length === 0) return [];
  const uses = usesInDeclarations(source.text, declarations, new Set(named));
  const [first, ...others] = uses;
  if (!first) return [];
  const names = [...new Set(uses.map(({ of }) => `'${displayText(of)}'`))].join(', ');
  const message = `${displayText(name)}() uses its parameter ${names} in a declaration, before the assertion that names it`;
  const labelled = others.map(({ span }) => ({ place: placeOf(source, span) }));
  const found = diagnostic('parameter-before-assertion', message, placeOf(source, first.span), ...labelled);
  if (isMovable) return [found];
  return [withNext(found, 'Move the assertion above the declarations by hand, or the use below it.')];
}
