import type { FunctionBody } from '../model/function-body.ts';
import { type Span, span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';

/**
 * Inserts a statement at `at`, which is the end of something in the body, before what follows it. The body's habit
 * rules: where a blank line divides the two, the statement becomes a paragraph of its own, or joins the assertions that
 * follow; where none does, it stands between; and what is on one line stays on one line. `removeStatement` undoes it.
 */
export function insertStatement(text: string, body: FunctionBody, at: number, statement: string): TextEdit {
  const next = firstCodeAfter(text, at);
  const between = text.slice(at, next);
  const isLast = next >= body.span.end - 1;
  if (!between.includes('\n'))
    return isLast ? insertBeforeBrace(text, at, statement) : insertion(next, `${statement} `);
  const lineEnd = between.includes('\r\n') ? '\r\n' : '\n';
  const isParagraph = BLANK_LINE.test(between) && !isLast && !ASSERTION.test(text.slice(next, next + 80));
  const line = `${indentationOf(text, body)}${statement}${lineEnd}`;
  return insertion(text.lastIndexOf('\n', next - 1) + 1, isParagraph ? line + lineEnd : line);
}

/** Takes a statement out, with its line and the blank line that made it a paragraph of its own. */
export function removeStatement(text: string, body: Span, statement: Span): TextEdit {
  const lineStart = text.lastIndexOf('\n', statement.start - 1) + 1;
  const lineEnd = endOfLine(text, statement.end);
  const standsAlone = isBlank(text.slice(lineStart, statement.start)) && isBlank(text.slice(statement.end, lineEnd));
  if (standsAlone && lineStart > body.start) {
    const nextEnd = endOfLine(text, lineEnd);
    const isBlankAfter = nextEnd > lineEnd && isBlank(text.slice(lineEnd, nextEnd));
    const before = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
    const isFirst = isBlank(before) || firstCodeAfter(text, body.start + 1) === statement.start;
    return removal(lineStart, isBlankAfter && isFirst ? nextEnd : lineEnd);
  }
  const isLast = /^[ \t]*\}/.test(text.slice(statement.end));
  if (text[statement.end] === ' ' && !isLast) return removal(statement.start, statement.end + 1);
  return removal(text[statement.start - 1] === ' ' ? statement.start - 1 : statement.start, statement.end);
}

const BLANK_LINE = /\n[ \t\r\f\v]*\n/;

/** An assertion of the project's own style: `assert(`, `g_assert_cmpint(`, `BUG_ON(`, `WARN_ON_ONCE(`. */
const ASSERTION = /^(?:\w*assert\w*|\w*ASSERT\w*|\w*(?:BUG|WARN)_ON\w*)\s*\(/;

/** `{}` gets no space inside, so that taking the statement out again leaves `{}`. */
function insertBeforeBrace(text: string, at: number, statement: string): TextEdit {
  return insertion(at, text[at] === ' ' || text[at - 1] !== '{' ? ` ${statement}` : statement);
}

function indentationOf(text: string, body: FunctionBody): string {
  if (body.indentation !== null) return body.indentation;
  const brace = body.span.end - 1;
  const line = text.slice(text.lastIndexOf('\n', brace) + 1, brace);
  return (isBlank(line) ? line : '') + (/\{[ \t]*\r?\n([ \t]+)[^\s#]/.exec(text)?.[1] ?? '    ');
}

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

function insertion(at: number, insert: string): TextEdit {
  return { span: span(at, at), insert };
}

function removal(start: number, end: number): TextEdit {
  return { span: span(start, end), insert: '' };
}
