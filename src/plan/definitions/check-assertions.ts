import { type Diagnostic, diagnostic, helpOf, type Labelled, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest, Part } from '../../manifest/manifest.ts';
import {
  type FoundStatement,
  findStatements,
  isSameStatement,
  withoutFirst,
} from '../../model/bodies/body-assertions.ts';
import { branchesAround, compareBranches } from '../../model/bodies/body-branches.ts';
import { type Place, placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';
import { assertionWish } from './expected-assertion.ts';
import { partsAsserting } from './foreign-assertions.ts';
import type { CountBefore } from './statements-before.ts';

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
 * function that should not assert holds none of the manifest's. What stood there `before` the split may stay.
 */
export function checkAssertions(
  definition: AssignedDefinition,
  manifest: Manifest,
  before: CountBefore,
): readonly Diagnostic[] {
  const { name, source, nameSpan, body, part, isAsserted } = definition;
  const { assert, known } = assertionWish(manifest, part, isAsserted);
  const found = findStatements(source.text, body, known, { own: assert });
  const isOwn = ({ statement }: FoundStatement): boolean => assert !== null && isSameStatement(statement, assert);
  const foreign = withoutFirst(
    found.filter((one) => !isOwn(one)),
    (statement) => before(statement) ?? 0,
  );
  if (assert === null)
    return foreign.map((one) => withDoubt(unwanted(definition, manifest, one), before(one.statement)));
  const own = found.filter(isOwn);
  const strangers = foreign.map((one) => ofOtherPart(definition, manifest, assert, one, own.length > 0));
  // A split gives a function its own besides what stood there.
  if (own.length > 0)
    return [
      ...strangers.map((finding, at) => withDoubt(finding, before(foreign[at]?.statement ?? assert))),
      ...doubled(definition, own, before(assert) ?? 0),
    ];
  if (strangers.length > 0) return strangers;
  const message = `${name}() of part '${part.name}' lacks its assertion \`${assert}\``;
  return [diagnostic('assertion-missing', message, placeOf(source, nameSpan), listed(definition))];
}

/** Says where the tree is not known well enough to tell what was written by hand before the split. */
function withDoubt(finding: Diagnostic, stoodBefore: number | null): Diagnostic {
  return stoodBefore === null ? withNext(finding, `${helpOf(finding)} ${DOUBT}`) : finding;
}

const DOUBT = 'If it stood there before the split, fetch that history (`git fetch --unshallow`): then it may stay.';

function ofOtherPart(
  definition: AssignedDefinition,
  manifest: Manifest,
  assert: string,
  { statement, span }: FoundStatement,
  hasOwn: boolean,
): Diagnostic {
  const { name, source, part } = definition;
  const owners = partsAsserting(manifest, statement);
  const besides = hasOwn ? ', in addition to its own' : '';
  const message = `${name}() of part '${part.name}' has the assertion of ${owners}${besides}`;
  const mend = hasOwn ? 'removes it' : `replaces it with \`${assert}\``;
  const next = `Run \`header-split check --fix\`, which ${mend}, or assign ${name} to ${owners}.`;
  return withNext(diagnostic('assertion-of-other-part', message, placeOf(source, span), listed(definition)), next);
}

function unwanted(definition: AssignedDefinition, manifest: Manifest, { statement, span }: FoundStatement): Diagnostic {
  const { name, source, part, isAsserted } = definition;
  const reason = isAsserted ? `of part '${part.name}', which has no assertion,` : 'should not assert but';
  const message = `${name}() ${reason} has that of ${partsAsserting(manifest, statement)}`;
  return diagnostic('assertion-unwanted', message, placeOf(source, span), listed(definition));
}

function doubled(
  { name, source, body, part }: AssignedDefinition,
  own: readonly FoundStatement[],
  allowed: number,
): readonly Diagnostic[] {
  const branches = branchesAround(
    source.text,
    body,
    own.map(({ span }) => span.start),
  );
  return own.flatMap((later, at) => {
    if (at < allowed) return [];
    const earlier = own.find(
      (_, before) => before < at && compareBranches(branches[before] ?? [], branches[at] ?? []) !== 'apart',
    );
    if (!earlier) return [];
    const message = `${name}() has the assertion of part '${part.name}' twice`;
    const first = { place: placeOf(source, earlier.span), label: 'first here' };
    return [diagnostic('assertion-doubled', message, placeOf(source, later.span), first)];
  });
}

function listed({ entry, part }: AssignedDefinition): Labelled {
  return { place: entry, label: `assigned to '${part.name}' here` };
}
