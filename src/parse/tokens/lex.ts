import type { Token, TokenKind } from './token.ts';

/**
 * The tokens of a C text (latin1), in order, without white space. Never fails: an unterminated literal ends with its
 * line, an unterminated comment with the text, and a byte that starts no token is a one-byte punctuator. Trigraphs are
 * not replaced; a line splice inside an identifier ends it.
 */
export function lex(text: string): Token[] {
  return lexFrom(text, 0, text.length, true);
}

/** The comments that a text (latin1) begins with, and the token behind them if there is one. The rest is not read. */
export function lexLeadingComments(text: string): Token[] {
  return lexFrom(text, 0, text.length, true, ['comment']);
}

/** The comments and directives that a text (latin1) begins with, and the token behind them if there is one. */
export function lexLeadingDirectives(text: string): Token[] {
  return lexFrom(text, 0, text.length, true, ['comment', 'directive']);
}

/** The tokens between two offsets, where `#` is a punctuator: for the inside of a directive. */
export function lexRange(text: string, start: number, end: number): Token[] {
  return lexFrom(text, start, end, false);
}

/** `only`: reading ends behind the first token of another kind. */
function lexFrom(
  text: string,
  from: number,
  to: number,
  directives: boolean,
  only: readonly TokenKind[] | null = null,
): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let lineStart = true;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) {
      lineStart = true;
      at++;
      continue;
    }
    if (BLANK[code] === 1) {
      at++;
      continue;
    }
    if (at === 0 && text.startsWith(UTF8_BOM)) {
      at += UTF8_BOM.length;
      continue;
    }
    const splice = code === BACKSLASH ? spliceEnd(text, at) : -1;
    if (splice >= 0) {
      at = splice;
      continue;
    }
    const token =
      directives && lineStart && startsDirective(text, at) ? directive(text, at, to) : readToken(text, at, to);
    tokens.push(token);
    if (only !== null && !only.includes(token.kind)) break;
    if (token.kind !== 'comment') lineStart = false;
    at = token.end;
  }
  return tokens;
}

function startsDirective(text: string, at: number): boolean {
  return text.charCodeAt(at) === HASH || (text.charCodeAt(at) === PERCENT && text.charCodeAt(at + 1) === COLON);
}

function readToken(text: string, at: number, to: number): Token {
  const [code, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (code === SLASH && next === STAR) return made('comment', at, blockCommentEnd(text, at, to));
  if (code === SLASH && next === SLASH) return made('comment', at, logicalLineEnd(text, at, to));
  return codeToken(text, at, to, code);
}

function made(kind: TokenKind, start: number, end: number): Token {
  return { kind, start, end };
}

function directive(text: string, at: number, to: number): Token {
  return made('directive', at, directiveEnd(text, at, to));
}

function codeToken(text: string, at: number, to: number, code: number): Token {
  if (isIdentifierStart(code)) {
    const quote = mayPrefixLiteral(code) ? literalPrefixEnd(text, at) : -1;
    const raw = mayPrefixLiteral(code) ? rawStringEnd(text, at, to) : -1;
    if (raw >= 0) return made('string', at, raw);
    if (quote > 0)
      return made(text.charCodeAt(quote) === QUOTE ? 'string' : 'character', at, literalEnd(text, quote, to));
    return made('identifier', at, identifierEnd(text, at, to));
  }
  const next = text.charCodeAt(at + 1);
  if (code === QUOTE) return made('string', at, literalEnd(text, at, to));
  if (code === APOSTROPHE) return made('character', at, literalEnd(text, at, to));
  if (isDigit(code) || (code === DOT && isDigit(next))) return made('number', at, numberEnd(text, at, to));
  if (code === DOT && text.startsWith('...', at)) return made('punctuator', at, at + 3);
  const isDouble = (code === HASH && next === HASH) || (code === MINUS && next === GREATER);
  return made('punctuator', at, isDouble ? at + 2 : at + 1);
}

/** Past the line splice (`\`, blanks, newline) at `at`, or -1; gcc too takes blanks before the newline. */
export function spliceEnd(text: string, at: number): number {
  let next = at + 1;
  while (isBlank(text.charCodeAt(next))) next++;
  return text.charCodeAt(next) === NEWLINE ? next + 1 : -1;
}

/** Past the blanks, splices and block comments at `at`. */
export function afterBlanks(text: string, at: number): number {
  let next = at;
  for (;;) {
    const code = text.charCodeAt(next);
    const splice = code === BACKSLASH ? spliceEnd(text, next) : -1;
    if (isBlank(code)) next++;
    else if (splice >= 0) next = splice;
    else if (code === SLASH && text.charCodeAt(next + 1) === STAR) next = blockCommentEnd(text, next, text.length);
    else return next;
  }
}

function blockCommentEnd(text: string, at: number, to: number): number {
  COMMENT_END.lastIndex = at + 2;
  const end = COMMENT_END.test(text) ? COMMENT_END.lastIndex : to;
  return Math.min(end, to);
}

/** The newline that ends the logical line, or the end; a CR before it belongs to the line end. */
function logicalLineEnd(text: string, at: number, to: number): number {
  let next = at;
  while (next < to && text.charCodeAt(next) !== NEWLINE) {
    const splice = text.charCodeAt(next) === BACKSLASH ? spliceEnd(text, next) : -1;
    next = splice >= 0 ? splice : next + 1;
  }
  return withoutCarriageReturn(text, at, Math.min(next, to));
}

function directiveEnd(text: string, at: number, to: number): number {
  let next = at;
  while (next < to) {
    const code = text.charCodeAt(next);
    if (code === NEWLINE) break;
    if (code === SLASH && text.charCodeAt(next + 1) === STAR) next = blockCommentEnd(text, next, to);
    else if (code === SLASH && text.charCodeAt(next + 1) === SLASH) next = lineCommentNewline(text, next, to);
    else if (code === QUOTE || code === APOSTROPHE) next = literalEnd(text, next, to);
    else if (isIdentifierStart(code)) next = identifierOrRawEnd(text, next, to);
    else if (code === BACKSLASH) next = Math.max(spliceEnd(text, next), next + 1);
    else next++;
  }
  return withoutTrailingBlanks(text, at, next);
}

function lineCommentNewline(text: string, at: number, to: number): number {
  const end = logicalLineEnd(text, at, to);
  return text.charCodeAt(end) === CARRIAGE_RETURN ? end + 1 : end;
}

function withoutCarriageReturn(text: string, start: number, end: number): number {
  return end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
}

function withoutTrailingBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  return last;
}

/** Past the closing quote, or the end of the line when the literal is not closed on it. */
function literalEnd(text: string, at: number, to: number): number {
  const quote = text.charCodeAt(at);
  let next = at + 1;
  while (next < to) {
    const code = text.charCodeAt(next);
    if (code === quote) return next + 1;
    if (code === NEWLINE) return withoutCarriageReturn(text, at + 1, next);
    if (code === BACKSLASH) next = Math.max(spliceEnd(text, next), next + 2);
    else next++;
  }
  return to;
}

/**
 * Past a raw string (`R"x(…)x"`), which C++ and GNU C have, or -1 when `at` starts none. It may hold quotes, comments and
 * line ends; one that is not closed ends with the text.
 */
function rawStringEnd(text: string, at: number, to: number): number {
  RAW_START.lastIndex = at;
  const delimiter = RAW_START.exec(text)?.[1];
  if (delimiter === undefined) return -1;
  const close = text.indexOf(`)${delimiter}"`, RAW_START.lastIndex);
  return close < 0 ? to : Math.min(close + delimiter.length + 2, to);
}

function identifierOrRawEnd(text: string, at: number, to: number): number {
  const raw = mayPrefixLiteral(text.charCodeAt(at)) ? rawStringEnd(text, at, to) : -1;
  return raw >= 0 ? raw : identifierEnd(text, at, to);
}

/** Where the quote of a prefixed literal (`L"…"`, `u8'…'`) stands, or -1 when `at` starts none. */
function literalPrefixEnd(text: string, at: number): number {
  for (const prefix of ['L', 'u8', 'u', 'U']) {
    const quote = text.charCodeAt(at + prefix.length);
    if ((quote === QUOTE || quote === APOSTROPHE) && text.startsWith(prefix, at)) return at + prefix.length;
  }
  return -1;
}

function identifierEnd(text: string, at: number, to: number): number {
  let next = at + 1;
  while (next < to && IDENTIFIER_PART[text.charCodeAt(next)] !== 0) next++;
  return next;
}

/** A pp-number (C17 6.4.8): greedy, with digit separators and signed exponents. */
function numberEnd(text: string, at: number, to: number): number {
  let next = at + 1;
  while (next < to) {
    const code = text.charCodeAt(next);
    const sign = (code === 0x2b || code === 0x2d) && 'eEpP'.includes(text[next - 1] ?? '');
    if (!sign && code !== DOT && !isIdentifierPart(code)) break;
    next++;
  }
  return next;
}

function isIdentifierStart(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code === 0x24 || code >= 0x80
  );
}

function isIdentifierPart(code: number): boolean {
  return isIdentifierStart(code) || isDigit(code);
}

/** Whether a literal's prefix (`L`, `u`, `U`, `u8`, `R`) can begin with it. */
function mayPrefixLiteral(code: number): boolean {
  return code === 0x4c || code === 0x75 || code === 0x55 || code === 0x52;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** White space within a line, CR included: a CR always stands before a newline or is as good as a blank. */
function isBlank(code: number): boolean {
  return BLANK[code] === 1;
}

/** Of each byte whether it is one; a table, as most of a text is seen by nothing else. */
const BLANK = new Uint8Array(256);
for (const code of [0x20, 0x09, 0x0d, 0x0c, 0x0b]) BLANK[code] = 1;
const IDENTIFIER_PART = new Uint8Array(256).fill(1, 0x80);
for (let code = 0; code < 0x80; code++) IDENTIFIER_PART[code] = isIdentifierPart(code) ? 1 : 0;

/** A line splice may part the two characters. */
const COMMENT_END = /\*(?:\\[ \t\r\f\v]*\n)*\//g;
const RAW_START = /(?:L|u8?|U)?R"([^ ()\\\t\v\f\r\n"]{0,16})\(/y;
export const UTF8_BOM = '\u00ef\u00bb\u00bf';
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const STAR = 0x2a;
const HASH = 0x23;
const PERCENT = 0x25;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const DOT = 0x2e;
const MINUS = 0x2d;
const GREATER = 0x3e;
