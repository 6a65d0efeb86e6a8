import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import type { Placement } from '../manifest/manifest.ts';
import { type FoundStatement, findStatements, withoutFirst } from '../model/bodies/body-assertions.ts';
import { branchesAround } from '../model/bodies/body-branches.ts';
import type { Call } from '../model/bodies/body-calls.ts';
import { type FunctionBody, readBody } from '../model/bodies/function-body.ts';
import type { BodyVocabulary } from '../model/bodies/local-declaration.ts';
import { type UnreadSpelling, unreadSpellingIn } from '../parse/tokens/unread-spelling.ts';
import type { AssertionWish } from '../plan/definitions/expected-assertion.ts';
import type { CountBefore } from '../plan/definitions/statements-before.ts';
import { placeOf } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { removeStatement } from './assertion-layout.ts';
import { type AssertedDefinition, type ParameterRead, parametersUsedBefore } from './assertion-parameter-use.ts';
import { checkEditedBody, type ReadBy, type StatementEdit } from './check-edited-body.ts';
import { placeAssertion } from './place-assertion.ts';

export type AssertionOptions = {
  readonly vocabulary: BodyVocabulary;
  readonly placement: Placement;
  /**
   * How many of a statement stood in the body before the header was split: those were written by hand, and stay. Where
   * nobody can tell, one is replaced only in a body that lacks its own.
   */
  readonly before: CountBefore;
  /** Whether a call of this function before the assertion is worth a finding; default: of any. */
  readonly isNamed?: (name: string) => boolean;
};

/**
 * `present`: it stands there already; `none`: none should stand there, and none does; `skip`: the edited body would not
 * read as it should.
 */
export type AssertionAction = 'insert' | 'replace' | 'remove' | 'present' | 'none' | 'skip';

export type AssertedBody = {
  readonly action: AssertionAction;
  /** With `skip`, where it is not that the edited body would not read as it should. */
  readonly reason?: string;
  /** In the source's offsets; none with `present`, `none` and `skip`. */
  readonly edits: readonly TextEdit[];
  /** Only where there are edits. */
  readonly readBy?: ReadBy;
  /** Names of what initialisers call before an assertion that is inserted or replaced, each once. */
  readonly callsBefore: readonly string[];
  readonly findings: readonly Diagnostic[];
  /** Assertions of other parts that stay. */
  readonly kept: readonly FoundStatement[];
};

type Definition = AssertedDefinition;

/**
 * Makes the body of the function `definition` hold the assertion it should, once, and none of the other parts', those
 * aside that stood there before the split. One that stands anywhere at the body's own level counts; another part's is
 * replaced where it stands. Each edited body is read again; where that does not read as it should, it is left alone.
 */
export async function assertBody(
  source: SourceText,
  definition: Definition,
  wish: AssertionWish,
  options: AssertionOptions,
): Promise<AssertedBody> {
  const { text } = source;
  const { body } = definition;
  const { assert } = wish;
  const found = findStatements(text, body, wish.known, { own: assert });
  // Statements are given as they were asked for, and the others are not the own.
  const isOwn = ({ statement }: FoundStatement): boolean => statement === assert;
  const own = found.filter(isOwn);
  const isPresent = own.length > 0;
  const unread = assert === null || isPresent ? null : unreadSpellingIn(text, body);
  if (unread !== null) return { ...unreadBody(source, definition, unread), kept: found };
  const unknown = assert !== null && !isPresent ? 0 : Number.POSITIVE_INFINITY;
  const stays = (statement: string): number => options.before(statement) ?? unknown;
  const copies = copiesAmong(text, body, own);
  const others = withoutFirst(
    found.filter((one) => !isOwn(one) || copies.has(one)),
    // The one that the body should hold is not a copy.
    (statement) => stays(statement) - (statement === assert ? 1 : 0),
  );
  const kept = found.filter((one) => !isOwn(one) && !others.includes(one));
  const [first, ...rest] = others;
  const remove = (statements: typeof others): StatementEdit[] =>
    statements.map(({ span }) => removeStatement(text, body, span));
  if (assert === null || isPresent) {
    if (others.length === 0)
      return { action: isPresent ? 'present' : 'none', edits: [], callsBefore: [], findings: [], kept };
    return checked(source, definition, options, {
      action: 'remove',
      edits: remove(others),
      callsBefore: [],
      findings: [],
      kept,
    });
  }
  if (first) {
    const replacement = { span: first.span, insert: assert, removed: first.span, statement: assert };
    const read = readBody(text, body, options.vocabulary);
    const early = toldOfEarly(source, definition, { assert, read, at: first.span.start, isMovable: false }, options);
    const edits = [replacement, ...remove(rest)];
    return checked(source, definition, options, { action: 'replace', edits, ...early, kept });
  }
  const placed = await placeAssertion(text, body, assert, options);
  if (placed === null) return { ...leftAlone(source, definition), kept };
  const { edit, at, read, readBy } = placed;
  const early = toldOfEarly(source, definition, { assert, read, at, isMovable: true }, options);
  return { action: 'insert', edits: [edit], readBy, ...early, kept };
}

type Change = Omit<AssertedBody, 'edits' | 'readBy'> & { readonly edits: readonly StatementEdit[] };

async function checked(
  source: SourceText,
  definition: Definition,
  { vocabulary }: AssertionOptions,
  change: Change,
): Promise<AssertedBody> {
  const readBy = await checkEditedBody(source.text, definition.body, change.edits, vocabulary.annotations);
  return readBy === null ? { ...leftAlone(source, definition), kept: change.kept } : { ...change, readBy };
}

function leftAlone(source: SourceText, { name, body }: Definition): Omit<AssertedBody, 'kept'> {
  const message = `${name}() is not asserted: ${LEFT_ALONE}`;
  const finding = diagnostic('definition-unreadable', message, placeOf(source, { ...body, end: body.start + 1 }));
  return { action: 'skip', edits: [], callsBefore: [], findings: [finding] };
}

/** Nobody knows what stands in such a body. */
function unreadBody(
  source: SourceText,
  { name }: Definition,
  { what, span, next }: UnreadSpelling,
): Omit<AssertedBody, 'kept'> {
  const finding = diagnostic('definition-unreadable', `${name}() is not asserted: ${what}`, placeOf(source, span));
  const hint = `${next} Or write the assertion by hand, and \`assert: false\` with a \`why\` in the manifest.`;
  return { action: 'skip', reason: what, edits: [], callsBefore: [], findings: [withNext(finding, hint)] };
}

/** Why a function is left alone whose edited body did not read as it should. */
export const LEFT_ALONE = 'with the assertion, its body would parse differently';

/** Those before which another stands in the same branches. One that an enclosing condition covers is left. */
function copiesAmong(text: string, body: Span, same: readonly FoundStatement[]): ReadonlySet<FoundStatement> {
  const branches = branchesAround(
    text,
    body,
    same.map(({ span }) => span.start),
  );
  const seen = new Set<string>();
  return new Set(
    same.filter((_, at) => {
      const key = (branches[at] ?? []).join(' ');
      return seen.has(key) || !seen.add(key);
    }),
  );
}

/** What comes before an assertion that is put at `at`. `isMovable`: `placement` decides where. */
function toldOfEarly(
  source: SourceText,
  definition: Definition,
  { assert, read, at, isMovable }: Pick<ParameterRead, 'assert' | 'isMovable'> & { read: FunctionBody; at: number },
  options: AssertionOptions,
): Pick<AssertedBody, 'callsBefore' | 'findings'> {
  const calls = toldOfCalls(source, definition.name, read, at, options);
  const declarations = read.declarations.filter(({ span }) => span.start < at);
  const isFirst = options.placement === 'first';
  const uses = parametersUsedBefore(source, definition, { assert, declarations, isMovable: isMovable && !isFirst });
  return { ...calls, findings: [...calls.findings, ...uses] };
}

/** What the initialisers of a body call before the assertion at `at`: each name once, and one finding for the known. */
function toldOfCalls(
  source: SourceText,
  name: string,
  { declarations }: FunctionBody,
  at: number,
  { isNamed = () => true }: Pick<AssertionOptions, 'isNamed'>,
): Pick<AssertedBody, 'callsBefore' | 'findings'> {
  const calls: readonly Call[] = declarations.filter(({ span }) => span.start < at).flatMap((one) => one.calls);
  const callsBefore = [...new Set(calls.map((call) => call.name))];
  const [first, ...others] = calls.filter((call) => isNamed(call.name));
  if (!first) return { callsBefore, findings: [] };
  const names = callsBefore.filter(isNamed);
  const labelled = others.map((call) => ({ place: placeOf(source, call.span) }));
  const message = `${name}() calls ${names.map((one) => `${one}()`).join(', ')} in an initialiser, before its assertion`;
  return {
    callsBefore,
    findings: [diagnostic('initialiser-before-assertion', message, placeOf(source, first.span), ...labelled)],
  };
}
