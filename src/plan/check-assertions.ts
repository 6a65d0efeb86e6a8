import { type Diagnostic, diagnostic, type Labelled, withNext } from '../diagnostics/diagnostic.ts';
import type { Manifest, Part } from '../manifest/manifest.ts';
import { type FoundStatement, findStatements, isSameStatement } from '../model/body-assertions.ts';
import { branchesOfTwo } from '../model/body-branches.ts';
import { type Place, placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { assertionWish } from './assertion-wish.ts';

/** A function's definition, with what the manifest says of it. */
export type AssignedDefinition = {
  readonly name: string;
  readonly source: SourceText;
  readonly nameSpan: Span;
  /** From `{` to past its `}`. */
  readonly body: Span;
  readonly part: Part;
  /** False where the manifest says `assert: false`; a part without assertion has none in any case. */
  readonly isAsserted: boolean;
  /** Of the manifest's entry. */
  readonly entry: Place;
};

/**
 * Law: a body holds the assertion of its function's part, once wherever it is read, and that of no other part. A
 * function that shall not assert holds none of the manifest's.
 */
export function checkAssertions(definition: AssignedDefinition, manifest: Manifest): readonly Diagnostic[] {
  const { name, source, nameSpan, body, part, isAsserted } = definition;
  const { assert, others } = assertionWish(manifest, part, isAsserted);
  const found = findStatements(source.text, body, assert === null ? others : [assert, ...others]);
  const isOwn = ({ statement }: FoundStatement): boolean => assert !== null && isSameStatement(statement, assert);
  const foreign = found.filter((one) => !isOwn(one));
  if (assert === null) return foreign.map((one) => unwanted(definition, manifest, one));
  const own = found.filter(isOwn);
  const strangers = foreign.map((one) => ofOtherPart(definition, manifest, assert, one, own.length > 0));
  if (found.length > 0) return [...strangers, ...doubled(definition, own)];
  const message = `${name}() of part '${part.name}' does not hold its assertion \`${assert}\``;
  return [diagnostic('assertion-missing', message, placeOf(source, nameSpan), listed(definition))];
}

function ofOtherPart(
  definition: AssignedDefinition,
  manifest: Manifest,
  assert: string,
  { statement, span }: FoundStatement,
  hasOwn: boolean,
): Diagnostic {
  const { name, source, part } = definition;
  const owners = partsAsserting(manifest, statement);
  const besides = hasOwn ? ', besides its own' : '';
  const message = `${name}() of part '${part.name}' holds the assertion of ${owners}${besides}`;
  const mend = hasOwn ? 'removes it' : `replaces it by \`${assert}\``;
  const next = `Run \`header-split check --fix\`, which ${mend}, or assign ${name} to ${owners}.`;
  return withNext(diagnostic('assertion-of-other-part', message, placeOf(source, span), listed(definition)), next);
}

function unwanted(definition: AssignedDefinition, manifest: Manifest, { statement, span }: FoundStatement): Diagnostic {
  const { name, source, part, isAsserted } = definition;
  const reason = isAsserted ? `of part '${part.name}', which has no assertion,` : 'shall not assert and';
  const message = `${name}() ${reason} holds that of ${partsAsserting(manifest, statement)}`;
  return diagnostic('assertion-unwanted', message, placeOf(source, span), listed(definition));
}

function doubled(
  { name, source, body, part }: AssignedDefinition,
  own: readonly FoundStatement[],
): readonly Diagnostic[] {
  return own.flatMap((later, at) => {
    const earlier = own
      .slice(0, at)
      .find((one) => branchesOfTwo(source.text, body, one.span.start, later.span.start) !== 'apart');
    if (!earlier) return [];
    const message = `${name}() holds the assertion of part '${part.name}' twice`;
    const first = { place: placeOf(source, earlier.span), label: 'first here' };
    return [diagnostic('assertion-doubled', message, placeOf(source, later.span), first)];
  });
}

function listed({ entry, part }: AssignedDefinition): Labelled {
  return { place: entry, label: `assigned to '${part.name}' here` };
}

function partsAsserting(manifest: Manifest, statement: string): string {
  const parts = manifest.parts.filter(({ assert }) => assert !== null && isSameStatement(assert, statement));
  return `part ${parts.map(({ name }) => `'${name}'`).join(' or ')}`;
}
