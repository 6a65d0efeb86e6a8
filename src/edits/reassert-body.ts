import type { Placement } from '../manifest/manifest.ts';
import { findStatements, isSameStatement } from '../model/body-assertions.ts';
import { type BodyVocabulary, readBody } from '../model/function-body.ts';
import { loadBodyGrammar } from '../model/syntax-tree.ts';
import type { AssertionWish } from '../plan/assertion-wish.ts';
import type { SourceText } from '../text/source-text.ts';
import { type Span, span } from '../text/span.ts';
import { applyEdits } from '../text/text-edit.ts';
import { type AssertedBody, assertBody } from './assertion.ts';
import { insertStatement, removeStatement } from './assertion-layout.ts';

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
};

export function isSameWish(one: BodyWish, other: BodyWish): boolean {
  if (one.assert === null || other.assert === null) return one.assert === other.assert;
  return isSameStatement(one.assert, other.assert) && one.placement === other.placement;
}

type Definition = { readonly name: string; readonly body: Span };

/**
 * Changes a body from what one manifest asks to what another does. A statement that a person moved within its function
 * stays there; one that stands where the tool put it goes where the tool would put it now. `older` for a body that did
 * not hold what it was asked to: what a person made of it stays.
 */
export async function reassertBody(
  source: SourceText,
  definition: Definition,
  wishes: Reassertion,
): Promise<AssertedBody | 'older'> {
  const { was, now, known, vocabulary, isReassigned } = wishes;
  const state = await assertBody(source, definition, wishOf(was, known), { vocabulary, placement: was.placement });
  if (isHeld(state)) return exchangeAssertion(source, definition, wishes);
  const wanted = await assertBody(source, definition, wishOf(now, known), { vocabulary, placement: now.placement });
  if (isHeld(wanted)) return wanted;
  const others = known.filter((one) => !isAsked(was, one) && !isAsked(now, one));
  const isForeign = findStatements(source.text, definition.body, others).length > 0;
  return isReassigned && !isForeign ? exchangeAssertion(source, definition, wishes) : 'older';
}

/** Whether a body needed nothing to be as it shall. */
export function isHeld({ action }: AssertedBody): boolean {
  return action === 'present' || action === 'none';
}

/** What makes a body hold one manifest's assertion, and none of the others of either. */
export function wishOf({ assert }: BodyWish, known: readonly string[]): AssertionWish {
  return { assert, others: known.filter((one) => assert === null || !isSameStatement(one, assert)) };
}

function isAsked({ assert }: BodyWish, statement: string): boolean {
  return assert !== null && isSameStatement(assert, statement);
}

async function exchangeAssertion(
  source: SourceText,
  definition: Definition,
  { was, now, known, vocabulary }: Reassertion,
): Promise<AssertedBody> {
  if (was.assert !== null && now.assert !== null && was.placement !== now.placement) {
    const bare = await takeOut(source.text, definition.body, was.assert, was.placement, vocabulary);
    if (bare !== null) {
      const text = await putIn(bare, now.assert, now.placement, vocabulary);
      const { start, end } = definition.body;
      const insert = text.slice(start, text.length - (source.text.length - end));
      const isChanged = insert !== source.text.slice(start, end);
      const edits = isChanged ? [{ span: definition.body, insert }] : [];
      return { action: isChanged ? 'replace' : 'present', edits, callsBefore: [], findings: [] };
    }
  }
  return assertBody(source, definition, wishOf(now, known), { vocabulary, placement: now.placement });
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
  const edit = removeStatement(text, body, only.span);
  const bare = applyEdits(text, [edit]);
  const without = { text: bare, body: span(body.start, body.end - (text.length - bare.length)) };
  return (await putIn(without, statement, placement, vocabulary)) === text ? without : null;
}

async function putIn(
  { text, body }: Bare,
  statement: string,
  placement: Placement,
  vocabulary: BodyVocabulary,
): Promise<string> {
  const read = readBody(text, body, vocabulary, null) ?? readBody(text, body, vocabulary, await loadBodyGrammar());
  if (read === null) throw new Error('a body that the grammar cannot read either');
  const at = placement === 'first' ? read.openEnd : read.declarationsEnd;
  return applyEdits(text, [insertStatement(text, read, at, statement)]);
}
