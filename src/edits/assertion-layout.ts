import type { FunctionBody } from '../model/bodies/function-body.ts';
import { beginsDeclaration } from '../parse/tokens/keywords.ts';
import { rememberLast } from '../text/remember-last.ts';
import { type Span, span } from '../text/span.ts';
import { EMPTY_STATEMENT, type StatementEdit } from './check-edited-body.ts';

/**
 * Inserts a statement at `at`, which is the end of something in the body, before what follows it. The body's habit
 * rules: where a blank line divides the two, the statement becomes a paragraph of its own, or joins the assertions that
 * follow; where several do, it stands between them, and where the body begins with one, above it; where none does, it
 * stands between the two; and what is on one line stays on one line. `removeStatement` undoes it, down to blank lines.
 */
export function insertStatement(text: string, body: FunctionBody, at: number, statement: string): StatementEdit {
  const next = firstCodeAfter(text, at);
  const between = text.slice(at, next);
  const isLast = next >= body.span.end - 1;
  const insertion = (offset: number, insert: string): StatementEdit => ({
    span: span(offset, offset),
    insert,
    removed: null,
    statement,
  });
  if (!between.includes('\n')) {
    if (!isLast) return insertion(next, `${statement} `);
    // `{}` gets no space inside, so that taking the statement out again leaves `{}`.
    return insertion(at, text[at] === ' ' || text[at - 1] !== '{' ? ` ${statement}` : statement);
  }
  const lineEnd = between.includes('\r\n') ? '\r\n' : '\n';
  const line = `${indentationOf(text, body)}${statement}${lineEnd}`;
  // The lines between the two: what is left of the line at `at`, blank ones, and the indentation before what follows.
  const lines = between.split('\n');
  const blanks = lines.length - 2;
  const startOfLine = (index: number): number => at + lines.slice(0, index).join('\n').length + 1;
  if (blanks > 0 && at === body.openEnd) return insertion(startOfLine(1), line);
  if (blanks > 1) return insertion(startOfLine(2), line);
  const isParagraph = blanks === 1 && !isLast && !ASSERTION.test(text.slice(next, next + 80));
  return insertion(startOfLine(lines.length - 1), isParagraph ? line + lineEnd : line);
}

/**
 * Takes a statement out, with its line and, unless `without`, the blank line that made it a paragraph of its own. Behind
 * a label that no other statement follows an empty one stays.
 */
export function removeStatement(
  text: string,
  body: Span,
  statement: Span,
  blankLine: 'with' | 'without' = 'with',
): StatementEdit {
  const removal = (start: number, end: number, insert = ''): StatementEdit => ({
    span: span(start, end),
    insert,
    removed: statement,
    statement: insert === '' ? null : insert,
  });
  if (isBehindLabel(text, statement.start) && !isStatementNext(text, statement.end))
    return removal(statement.start, statement.end, EMPTY_STATEMENT);
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const lineEnd = endOfLine(text, statement.end);
  const standsAlone = isBlank(text.slice(lineStart, statement.start)) && isBlank(text.slice(statement.end, lineEnd));
  if (standsAlone && lineStart > body.start) {
    const nextEnd = endOfLine(text, lineEnd);
    const isBlankAfter = nextEnd > lineEnd && isBlank(text.slice(lineEnd, nextEnd));
    const before = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
    if (blankLine === 'without') return removal(lineStart, lineEnd);
    const isFirst = isBlank(before) || firstCodeAfter(text, body.start + 1) === statement.start;
    return removal(lineStart, isBlankAfter && isFirst ? nextEnd : lineEnd);
  }
  const isLast = /^[ \t]*\}/.test(text.slice(statement.end, statement.end + 80));
  if (text[statement.end] === ' ' && !isLast) return removal(statement.start, statement.end + 1);
  return removal(text[statement.start - 1] === ' ' ? statement.start - 1 : statement.start, statement.end);
}

/** An assertion of the project's own style: `assert(`, `g_assert_cmpint(`, `BUG_ON(`, `WARN_ON_ONCE(`. */
const ASSERTION = /^(?=\w*(?:assert|ASSERT|(?:BUG|WARN)_ON))\w+\s*\(/;

/** Whether a `:` comes before; at the level of a body that ends a label. */
function isBehindLabel(text: string, at: number): boolean {
  let before = at - 1;
  while (before > 0 && isBlank(text[before] ?? '')) before--;
  return text[before] === ':';
}

/** Whether what follows is no declaration and not the end, which C before C23 does not allow behind a label. */
function isStatementNext(text: string, from: number): boolean {
  TRIVIA.lastIndex = from;
  const at = from + (TRIVIA.exec(text)?.[0].length ?? 0);
  const word = /^[A-Za-z_]\w*/.exec(text.slice(at, at + 80))?.[0] ?? '';
  return text[at] !== '}' && !beginsDeclaration(word);
}

const TRIVIA = /(?:\s|\\\r?\n|\/\*[\s\S]*?\*\/|\/\/.*)*/y;

function indentationOf(text: string, body: FunctionBody): string {
  if (body.indentation !== null) return body.indentation;
  const brace = body.span.end - 1;
  const line = text.slice(text.lastIndexOf('\n', brace) + 1, brace);
  return (isBlank(line) ? line : '') + habitOf(text);
}

/** How a file indents what stands in braces. */
const habitOf = rememberLast((text) => /\{[ \t]*\r?\n([ \t]+)[^\s#]/.exec(text)?.[1] ?? '    ');

function firstCodeAfter(text: string, at: number): number {
  WHITE_SPACE.lastIndex = at;
  return at + (WHITE_SPACE.exec(text)?.[0].length ?? 0);
}

const WHITE_SPACE = /(?:\s|\\\r?\n)*/y;

/** Past the line end of the line that holds `at`, or the text's end. */
function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
