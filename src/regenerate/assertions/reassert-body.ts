import { type AssertedBody, type AssertionOptions, assertBody } from '../../edits/assertion.ts';
import { removeStatement } from '../../edits/assertion-layout.ts';
import type { AssertedDefinition } from '../../edits/assertion-parameter-use.ts';
import type { ReadBy } from '../../edits/check-edited-body.ts';
import { placeAssertion } from '../../edits/place-assertion.ts';
import type { Placement } from '../../manifest/manifest.ts';
import { findStatements, isSameStatement } from '../../model/bodies/body-assertions.ts';
import type { BodyVocabulary } from '../../model/bodies/local-declaration.ts';
import type { AssertionWish } from '../../plan/definitions/expected-assertion.ts';
import type { SourceText } from '../../text/source-text.ts';
import { type Span, span } from '../../text/span.ts';
import { applyEdits } from '../../text/text-edit.ts';

/** What a manifest asks of one body: a statement or none, and where. */
export type BodyWish = { readonly assert: string | null; readonly placement: Placement };

export type Reassertion = {
  readonly was: BodyWish;
  readonly now: BodyWish;
  /** The function goes to another part: it gets that one's assertion where it lacked its own as well. */
  readonly isReassigned: boolean;
  /** Every assertion of either manifest. */
  readonly known: readonly string[];
  readonly vocabulary: BodyVocabulary;
  /** How many of a statement stood in the body before the header was split, and stay. */
  readonly before: (statement: string) => number;
} & Pick<AssertionOptions, 'isNamed'>;

export function isSameWish(one: BodyWish, other: BodyWish): boolean {
  if (one.assert === null || other.assert === null) return one.assert === other.assert;
  return isSameStatement(one.assert, other.assert) && one.placement === other.placement;
}

/**
 * Changes a body from what one manifest asks to what another does. A statement moved by hand within its function
 * stays there; one that stands where the tool put it goes where the tool would put it now. `older` for a body that did
 * not hold what it was asked to: what became of it by hand stays.
 */
export async function reassertBody(
  source: SourceText,
  definition: AssertedDefinition,
  wishes: Reassertion,
): Promise<AssertedBody | 'older'> {
  const { was, now, known, vocabulary, before, isReassigned, isNamed = () => true } = wishes;
  const state = await assertBody(source, definition, wishOf(was, known), {
    vocabulary,
    placement: was.placement,
    before,
    isNamed,
  });
  if (isHeld(state)) return exchangeAssertion(source, definition, wishes);
  const wanted = await assertBody(source, definition, wishOf(now, known), {
    vocabulary,
    placement: now.placement,
    before,
    isNamed,
  });
  if (isHeld(wanted)) return wanted;
  const others = known.filter((one) => !isAsked(was, one) && !isAsked(now, one));
  const isForeign = findStatements(source.text, definition.body, others).length > 0;
  return isReassigned && !isForeign ? exchangeAssertion(source, definition, wishes) : 'older';
}

/** Whether a body needed nothing to be as it should. */
export function isHeld({ action }: AssertedBody): boolean {
  return action === 'present' || action === 'none';
}

/** What makes a body hold one manifest's assertion, and none of the others of either. */
export function wishOf({ assert }: BodyWish, known: readonly string[]): AssertionWish {
  return { assert, known };
}

function isAsked({ assert }: BodyWish, statement: string): boolean {
  return assert !== null && isSameStatement(assert, statement);
}

async function exchangeAssertion(
  source: SourceText,
  definition: AssertedDefinition,
  { was, now, known, vocabulary, before, isNamed = () => true }: Reassertion,
): Promise<AssertedBody> {
  const isMoved = was.placement !== now.placement;
  if (isMoved && was.assert !== null && now.assert !== null && before(was.assert) === 0) {
    const bare = await takeOut(source.text, definition.body, was.assert, was.placement, vocabulary);
    if (bare !== null) {
      const placed = await putIn(bare, now.assert, now.placement, vocabulary);
      const rest = { callsBefore: [], findings: [], kept: [] };
      if (placed === null || placed.text === source.text) return { action: 'present', edits: [], ...rest };
      const { start, end } = definition.body;
      const insert = placed.text.slice(start, placed.text.length - (source.text.length - end));
      return { action: 'replace', edits: [{ span: definition.body, insert }], readBy: placed.readBy, ...rest };
    }
  }
  return assertBody(source, definition, wishOf(now, known), { vocabulary, placement: now.placement, before, isNamed });
}

/** A whole text, and where the body lies in it. */
type Bare = { readonly text: string; readonly body: Span };

/** The text without the body's assertion; null where that does not stand as the tool would have put it. */
async function takeOut(
  text: string,
  body: Span,
  statement: string,
  placement: Placement,
  vocabulary: BodyVocabulary,
): Promise<Bare | null> {
  const [only, ...others] = findStatements(text, body, [statement]);
  if (!only || others.length > 0) return null;
  for (const blankLine of ['with', 'without'] as const) {
    const edit = removeStatement(text, body, only.span, blankLine);
    const bare = applyEdits(text, [edit]);
    const without = { text: bare, body: span(body.start, body.end - (text.length - bare.length)) };
    if ((await putIn(without, statement, placement, vocabulary))?.text === text) return without;
  }
  return null;
}

async function putIn(
  { text, body }: Bare,
  statement: string,
  placement: Placement,
  vocabulary: BodyVocabulary,
): Promise<{ readonly text: string; readonly readBy: ReadBy } | null> {
  const placed = await placeAssertion(text, body, statement, { vocabulary, placement });
  return placed && { text: applyEdits(text, [placed.edit]), readBy: placed.readBy };
}
