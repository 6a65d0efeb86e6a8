import { blankAnnotations } from '../model/bodies/body-annotations.ts';
import { findStatements } from '../model/bodies/body-assertions.ts';
import { askGrammar } from '../model/bodies/syntax-tree.ts';
import type { Annotations } from '../parse/declarations/annotations.ts';
import { lex, lexRange } from '../parse/tokens/lex.ts';
import { type Token, tokenText } from '../parse/tokens/token.ts';
import { outside, type Span, span } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';

/** Who saw that an edited body is the body it was but for its assertions: the tokens alone, or the C grammar as well. */
export type ReadBy = 'grammar' | 'tokens';

/** Takes one statement out of a text, puts one in, or both. */
export type StatementEdit = TextEdit & {
  /** The statement that is taken out, without white space. */
  readonly removed: Span | null;
  /** The statement that is put in; part of `insert`. */
  readonly statement: string | null;
};

/**
 * Reads an edited body again. Its tokens must be those that it had, less the removed statements and with the inserted,
 * and each inserted one must be found as `check` finds it: where a statement can begin, once, with no `else` behind it.
 * And the C grammar must find the syntax tree that it found before, but for the statements. Null when one of the two
 * finds something else. Only directly behind the `{`, where nothing can govern a statement, do the tokens decide alone:
 * a grammar that guesses what follows may guess otherwise once something stands before it.
 */
export async function checkEditedBody(
  text: string,
  body: Span,
  edits: readonly StatementEdit[],
  annotations: Annotations,
): Promise<ReadBy | null> {
  const edited = edit(text, body, edits);
  if (!hasItsTokens(edited)) return null;
  const { before, after, removed, inserted } = edited;
  const testimony = await askGrammar({
    before: blankAnnotations(before, edited.tokensBefore, annotations),
    after: blankAnnotations(after, edited.tokensAfter, annotations),
    removed,
    inserted,
  });
  if (testimony === 'objects') return edits.every((one) => isFirstIn(text, body, one)) ? 'tokens' : null;
  return testimony === 'agrees' ? 'grammar' : 'tokens';
}

/** Whether nothing but comments stands between the `{` and what an edit changes. */
function isFirstIn(text: string, body: Span, { span: at, removed }: StatementEdit): boolean {
  return lexRange(text, body.start + 1, removed?.start ?? at.start).every(({ kind }) => kind === 'comment');
}

type Edited = {
  readonly before: string;
  readonly after: string;
  readonly tokensBefore: readonly Token[];
  readonly tokensAfter: readonly Token[];
  readonly removed: readonly Span[];
  readonly inserted: readonly Inserted[];
};

function edit(text: string, body: Span, edits: readonly StatementEdit[]): Edited {
  const before = text.slice(body.start, body.end);
  const own = edits.map((one) => ({ ...one, span: within(body, one.span) }));
  const removed = edits.flatMap((one) => (one.removed === null ? [] : [within(body, one.removed)]));
  const after = applyEdits(before, own);
  const tokens = { tokensBefore: lex(before), tokensAfter: lex(after) };
  return { before, after, ...tokens, removed, inserted: insertedBy(own) };
}

function hasItsTokens({ before, after, tokensBefore, tokensAfter, removed, inserted }: Edited): boolean {
  if (!inserted.every((one) => standsAsStatement(after, tokensAfter, one))) return false;
  const was = outside(tokensBefore, removed);
  const now = outside(tokensAfter, inserted);
  return areSameTokens(before, was, after, now);
}

type Inserted = Span & { readonly statement: string };

function within(body: Span, { start, end }: Span): Span {
  return span(start - body.start, end - body.start);
}

/** Where the inserted statements stand in the edited text. */
function insertedBy(edits: readonly StatementEdit[]): readonly Inserted[] {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
  let shift = 0;
  return inOrder.flatMap(({ span: at, insert, statement }) => {
    const start = at.start + shift + (statement === null ? 0 : insert.indexOf(statement));
    shift += insert.length - (at.end - at.start);
    return statement === null ? [] : [{ start, end: start + statement.length, statement }];
  });
}

/** Whether an inserted statement is read as it is by itself, and found where it was put, and only there. */
function standsAsStatement(text: string, tokens: readonly Token[], { start, end, statement }: Inserted): boolean {
  const alone = lexRange(statement, 0, statement.length);
  const first = tokens.findIndex((token) => token.start >= start);
  const here = tokens.slice(first, first + alone.length);
  if (first < 0 || !areSameTokens(statement, alone, text, here) || (here.at(-1)?.end ?? 0) > end) return false;
  const next = tokens.slice(first + alone.length).find(({ kind }) => kind !== 'comment' && kind !== 'directive');
  if (next && tokenText(text, next) === 'else') return false;
  if (statement === EMPTY_STATEMENT) return true;
  const [found, ...others] = findStatements(text, span(0, text.length), [statement], { tokens });
  return found !== undefined && others.length === 0 && found.span.start >= start && found.span.end <= end;
}

/** What is left of a statement behind a label. */
export const EMPTY_STATEMENT = ';';

function areSameTokens(one: string, ones: readonly Token[], other: string, others: readonly Token[]): boolean {
  return (
    ones.length === others.length &&
    ones.every((token, at) => tokenText(one, token) === tokenText(other, others[at] ?? token))
  );
}
