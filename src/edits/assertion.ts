import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Placement } from '../manifest/manifest.ts';
import { type FoundStatement, findStatements, isSameStatement } from '../model/body-assertions.ts';
import { branchesOfTwo } from '../model/body-branches.ts';
import type { Call } from '../model/body-calls.ts';
import { type BodyVocabulary, type FunctionBody, readBody } from '../model/function-body.ts';
import { loadBodyGrammar } from '../model/syntax-tree.ts';
import type { AssertionWish } from '../plan/assertion-wish.ts';
import { placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { insertStatement, removeStatement } from './assertion-layout.ts';

export type AssertionOptions = { readonly vocabulary: BodyVocabulary; readonly placement: Placement };

/** `present`: it stands there already; `none`: none shall stand there, and none does. */
export type AssertionAction = 'insert' | 'replace' | 'remove' | 'present' | 'none';

export type AssertedBody = {
  readonly action: AssertionAction;
  /** In the source's offsets. */
  readonly edits: readonly TextEdit[];
  /** Names of what initialisers call before an assertion that is inserted or replaced, each once. */
  readonly callsBefore: readonly string[];
  readonly findings: readonly Diagnostic[];
};

/**
 * Makes the body of the function `definition` hold the assertion it shall, once, and none of the other parts'. One that
 * stands anywhere at the body's own level counts; another part's is replaced where it stands.
 */
export async function assertBody(
  source: SourceText,
  definition: { readonly name: string; readonly body: Span },
  wish: AssertionWish,
  { vocabulary, placement }: AssertionOptions,
): Promise<AssertedBody> {
  const { text } = source;
  const { body } = definition;
  const { assert } = wish;
  const found = findStatements(text, body, assert === null ? wish.others : [assert, ...wish.others]);
  const own = found.filter(({ statement }) => assert !== null && isSameStatement(statement, assert));
  const isPresent = own.length > 0;
  const others = found.filter((one) => !own.includes(one) || isCopy(text, body, own, one));
  const [first, ...rest] = others;
  const remove = (statements: typeof others): TextEdit[] =>
    statements.map(({ span }) => removeStatement(text, body, span));
  if (assert === null || isPresent) {
    const action = others.length > 0 ? 'remove' : isPresent ? 'present' : 'none';
    return { action, edits: remove(others), callsBefore: [], findings: [] };
  }
  const read = readBody(text, body, vocabulary, null) ?? readBody(text, body, vocabulary, await loadBodyGrammar());
  if (read === null) throw new Error('a body that the grammar cannot read either');
  const at = placement === 'first' ? read.openEnd : read.declarationsEnd;
  const calls = earlyCalls(read, first?.span.start ?? at);
  const early = {
    callsBefore: [...new Set(calls.map(({ name }) => name))],
    findings: toldOfCalls(source, definition.name, calls),
  };
  if (first) return { action: 'replace', edits: [{ span: first.span, insert: assert }, ...remove(rest)], ...early };
  return { action: 'insert', edits: [insertStatement(text, read, at, assert)], ...early };
}

/** Whether a statement stands before it in the same branches. One that an enclosing condition covers is left. */
function isCopy(text: string, body: Span, same: readonly FoundStatement[], one: FoundStatement): boolean {
  const before = same.slice(0, same.indexOf(one));
  return before.some(({ span }) => branchesOfTwo(text, body, span.start, one.span.start) === 'same');
}

/** What the initialisers of a body call before the assertion at `at`. */
function earlyCalls({ declarations }: FunctionBody, at: number): readonly Call[] {
  return declarations.filter(({ span }) => span.start < at).flatMap(({ calls }) => calls);
}

/** One finding for a function with such calls. */
function toldOfCalls(source: SourceText, name: string, calls: readonly Call[]): readonly Diagnostic[] {
  const [first, ...others] = calls;
  if (!first) return [];
  const names = [...new Set(calls.map((call) => `${call.name}()`))].join(', ');
  const labelled = others.map((call) => ({ place: placeOf(source, call.span) }));
  const message = `${name}() calls ${names} in an initialiser, before its assertion`;
  return [diagnostic('initialiser-before-assertion', message, placeOf(source, first.span), ...labelled)];
}
