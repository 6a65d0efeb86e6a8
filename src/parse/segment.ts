import type { Span } from '../text/span.ts';
import {
  type BracketEntry,
  type BracketNames,
  bracketNamesIn,
  type Meaning,
  meaningAt,
  meaningOfInclude,
} from './brackets/bracket-marks.ts';
import { pragmaBracket } from './brackets/pragma-bracket.ts';
import { namespaceBrace } from './brackets/pragma-meaning.ts';
import { readPragmaOperator } from './brackets/pragma-operator.ts';
import type { Annotations } from './declarations/annotations.ts';
import { paragraphEnd, scanItem } from './item-scan.ts';
import { branchesOfOtherLanguages, goesOnBelow, isNotC, type Unfinished } from './split-statement.ts';
import { conditionalWord, type Directive, isNeverTrue, parseDirective } from './tokens/directive.ts';
import { tooDeepAt } from './tokens/nesting.ts';
import { isPunctuator, type Token, tokenText } from './tokens/token.ts';

/**
 * The top level of a C text: what stands beside what, decided by tokens alone, so that no construct inside an item can
 * move the boundary of its neighbour. Every comment and every code token lies in exactly one node.
 */
export type Segment =
  | ItemSegment
  | { readonly kind: 'comment'; readonly span: Span }
  | { readonly kind: 'directive'; readonly span: Span; readonly directive: Directive }
  | GroupSegment
  | { readonly kind: 'mark'; readonly role: 'open' | 'close'; readonly bracket: string; readonly span: Span };

/** A declaration, definition or macro call. `span` includes a comment that trails on its last line. */
export type ItemSegment = {
  readonly kind: 'item';
  readonly span: Span;
  /** Comments and whole directives inside included. */
  readonly tokens: readonly Token[];
  /** Brackets did not balance or the end was not found: its end is a guess at the next paragraph. */
  readonly broken: boolean;
};

export type GroupSegment = {
  readonly kind: 'group';
  readonly span: Span;
  readonly branches: readonly BranchSegment[];
  /** null when the text ends first. */
  readonly endif: Span | null;
};

export type BranchSegment = { readonly directive: Directive; readonly nodes: readonly Segment[] };

/** What one segmentation works on; `at` is the index of the next token. */
type Cursor = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly annotations: Annotations;
  readonly brackets: BracketNames;
  at: number;
  /** Tokens that were passed in vain in search of the ends of items that have none. */
  vain: number;
};

/**
 * How often a text may be passed in search of ends that are not there. After that an item ends with its paragraph at the
 * latest, and with the branch that it begins in: a text of nothing but unclosed brackets would be passed once for each.
 */
const VAIN_PASSES = 8;

/**
 * Segments a text. `brackets` are those beyond the built-in and the self-evident ones. A text that nests too deep to
 * be followed has no segments: whoever must tell that from an empty one asks `tooDeepAt`.
 */
export function segment(
  text: string,
  tokens: readonly Token[],
  annotations: Annotations,
  brackets: readonly BracketEntry[],
): readonly Segment[] {
  return [...segmentsOf(text, tokens, annotations, brackets)];
}

/** What `segment` returns, each when it is asked for: for those who need only the first. */
export function* segmentsOf(
  text: string,
  tokens: readonly Token[],
  annotations: Annotations,
  brackets: readonly BracketEntry[],
): Generator<Segment, void> {
  if (tooDeepAt(text, tokens)) return;
  const cursor: Cursor = {
    text,
    tokens,
    annotations,
    brackets: bracketNamesIn(text, tokens, brackets),
    at: 0,
    vain: 0,
  };
  while (cursor.at < tokens.length) {
    yield* parseNodes(cursor);
    const stray = cursor.tokens[cursor.at];
    if (stray) {
      yield { kind: 'directive', span: spanOf(stray), directive: parseDirective(text, stray) };
      cursor.at++;
    }
  }
}

/** Nodes up to the end or to a directive that divides or closes the group around them. */
function* parseNodes(cursor: Cursor): Generator<Segment, void> {
  for (;;) {
    const token = cursor.tokens[cursor.at];
    if (!token) return;
    if (token.kind === 'comment') {
      yield parseCommentBlock(cursor);
    } else if (token.kind === 'directive') {
      const word = conditionalWord(cursor.text, token);
      if (word !== null && word !== 'if') return;
      yield word === 'if' ? parseGroup(cursor) : parseLoneDirective(cursor, token);
    } else {
      yield parsePragmaOperator(cursor) ?? parseMark(cursor) ?? parseItem(cursor, cursor.at);
    }
  }
}

/** Comments on lines that follow one another are one block. */
function parseCommentBlock(cursor: Cursor): Segment {
  const first = cursor.tokens[cursor.at];
  if (!first) throw new Error('no comment here');
  let end = first.end;
  cursor.at++;
  for (;;) {
    const next = cursor.tokens[cursor.at];
    if (next?.kind !== 'comment' || newlinesBetween(cursor.text, end, next.start) > 1) break;
    end = next.end;
    cursor.at++;
  }
  return { kind: 'comment', span: { start: first.start, end } };
}

function parseLoneDirective(cursor: Cursor, token: Token): Segment {
  const directive = parseDirective(cursor.text, token);
  cursor.at++;
  const bracket = directive.kind === 'pragma' ? pragmaBracket(directive.words) : null;
  if (bracket) return { kind: 'mark', ...bracket, span: directive.span };
  const included = directive.kind === 'include' ? meaningOfInclude(directive.target, cursor.brackets) : null;
  if (included) return meant(included, directive.span);
  return { kind: 'directive', span: directive.span, directive };
}

function parseGroup(cursor: Cursor): Segment {
  const start = cursor.at;
  const branches: BranchSegment[] = [];
  for (;;) {
    const token = cursor.tokens[cursor.at];
    if (!token) break;
    const word = conditionalWord(cursor.text, token);
    if (word === 'endif') break;
    const directive = parseDirective(cursor.text, token);
    cursor.at++;
    const nodes = isNeverTrue(cursor.text, directive) ? parseDisabled(cursor) : [...parseNodes(cursor)];
    branches.push({ directive, nodes });
  }
  const groupEnd = cursor.at;
  const statement = parseSplitStatement(cursor, start, unfinishedIn(cursor.text, branches));
  if (statement) return statement;
  cursor.at = groupEnd;
  const endif = cursor.tokens[groupEnd];
  if (endif) cursor.at++;
  const first = cursor.tokens[start];
  const last = endif ?? cursor.tokens.at(-1);
  return {
    kind: 'group',
    span: { start: first?.start ?? 0, end: last?.end ?? 0 },
    branches,
    endif: endif ? spanOf(endif) : null,
  };
}

function unfinishedIn(text: string, branches: readonly BranchSegment[]): readonly Unfinished[] {
  const isOther = branchesOfOtherLanguages(
    text,
    branches.map(({ directive }) => directive),
  );
  return branches.flatMap(({ nodes }, at) => {
    const last = nodes.at(-1);
    if (last?.kind !== 'item' || !last.broken) return [];
    return [{ tokens: last.tokens, isOtherLanguage: isOther[at] === true || isNotC(text, last.tokens) }];
  });
}

/** A group whose branches hold the beginnings of one statement, and that statement's end below. `cursor.at`: its `#endif`. */
function parseSplitStatement(cursor: Cursor, start: number, unfinished: readonly Unfinished[]): Segment | null {
  const { text, annotations } = cursor;
  if (unfinished.length === 0 || unfinished.some((one) => one.isOtherLanguage) || !mayPass(cursor)) return null;
  const groupEnd = cursor.at;
  const whole = parseItem(cursor, start);
  const wholeEnd = cursor.at;
  const hasEnd = whole.kind === 'item' && !whole.broken && wholeEnd > groupEnd;
  const below = hasEnd ? parseBelow(cursor, groupEnd + 1) : null;
  if (hasEnd && (!below || goesOnBelow(text, unfinished, below, annotations))) {
    cursor.at = wholeEnd;
    return whole;
  }
  cursor.vain += Math.max(0, wholeEnd - groupEnd);
  return null;
}

/** The tokens of the first item behind token `from`, if it has an end; directives are passed over. */
function parseBelow(cursor: Cursor, from: number): readonly Token[] | null {
  let at = from;
  while (cursor.tokens[at]?.kind === 'comment' || isPlainDirective(cursor, at)) at++;
  if (!cursor.tokens[at]) return null;
  const item = parseItem(cursor, at);
  return item.kind === 'item' && !item.broken ? item.tokens : null;
}

function isPlainDirective({ text, tokens }: Cursor, at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'directive' && conditionalWord(text, token) === null;
}

/** `#if 0` text need not be C: one broken-free item up to the branch's end, nested groups included. */
function parseDisabled(cursor: Cursor): Segment[] {
  const start = cursor.at;
  let depth = 0;
  for (;;) {
    const token = cursor.tokens[cursor.at];
    if (!token) break;
    const word = token.kind === 'directive' ? conditionalWord(cursor.text, token) : null;
    if (depth === 0 && word !== null && word !== 'if') break;
    if (word === 'if') depth++;
    if (word === 'endif') depth--;
    cursor.at++;
  }
  const tokens = cursor.tokens.slice(start, cursor.at);
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? [{ kind: 'item', span: { start: first.start, end: last.end }, tokens, broken: false }] : [];
}

/** `extern "C" {` or a namespace of C++, the `}` that closes it, or a bracket macro on a line of its own. */
function parseMark(cursor: Cursor): Segment | null {
  const { text, tokens } = cursor;
  const first = tokens[cursor.at];
  if (!first) return null;
  const brace = linkageBraceAt(text, tokens, cursor.at) ?? openNamespaceBraceAt(cursor);
  const open = brace === null ? undefined : tokens[brace];
  if (open && brace !== null) {
    cursor.at = brace + 1;
    return {
      kind: 'mark',
      role: 'open',
      bracket: 'linkage',
      span: withTrailingComments(cursor, first.start, open.end),
    };
  }
  if (isPunctuator(text, first, '}')) {
    const next = tokens[cursor.at + 1];
    // `};`: what C++ takes for an empty declaration.
    const last = next && isPunctuator(text, next, ';') && next.start === first.end ? next : first;
    cursor.at += last === first ? 1 : 2;
    return {
      kind: 'mark',
      role: 'close',
      bracket: 'linkage',
      span: withTrailingComments(cursor, first.start, last.end),
    };
  }
  const marked = meaningAt(text, tokens, cursor.at, cursor.brackets);
  const last = marked ? tokens[marked.end - 1] : undefined;
  if (!marked || !last) return null;
  cursor.at = marked.end;
  return meant(marked.meaning, withTrailingComments(cursor, first.start, last.end));
}

/** The index of the brace of `extern "C" {`. */
function linkageBraceAt(text: string, tokens: readonly Token[], at: number): number | null {
  const [first, language] = [tokens[at], tokens[at + 1]];
  if (!first || language?.kind !== 'string' || tokenText(text, first) !== 'extern') return null;
  return isPunctuator(text, tokens[at + 2], '{') ? at + 2 : null;
}

/**
 * The index of the brace of `namespace a::b {`, if its branch ends before it is closed: then C stands in it. One that is
 * closed there is C++ as a whole.
 */
function openNamespaceBraceAt(cursor: Cursor): number | null {
  const { text, tokens, at } = cursor;
  const brace = namespaceBrace(text, tokens, at);
  if (brace === null) return null;
  const item = parseItem(cursor, at);
  cursor.at = at;
  return item.kind === 'item' && item.broken ? brace : null;
}

function meant(meaning: Meaning, span: Span): Segment {
  switch (meaning.kind) {
    case 'mark':
      return { kind: 'mark', role: meaning.role, bracket: meaning.bracket, span };
    case 'pragma':
      return { kind: 'directive', span, directive: { kind: 'pragma', span, words: meaning.words } };
  }
}

function parsePragmaOperator(cursor: Cursor): Segment | null {
  const operator = readPragmaOperator(cursor.text, cursor.tokens, cursor.at);
  const [first, last] = [cursor.tokens[cursor.at], operator ? cursor.tokens[operator.end - 1] : undefined];
  if (!operator || !first || !last) return null;
  cursor.at = operator.end;
  const span = withTrailingComments(cursor, first.start, last.end);
  const bracket = pragmaBracket(operator.words);
  if (bracket) return { kind: 'mark', ...bracket, span };
  return { kind: 'directive', span, directive: { kind: 'pragma', span, words: operator.words } };
}

function parseItem(cursor: Cursor, start: number): Segment {
  const { text, tokens, annotations, brackets } = cursor;
  const limit = mayPass(cursor) ? tokens.length : paragraphEnd(text, tokens, start, tokens.length);
  const { end, broken, scanned } = scanItem(text, tokens, start, annotations, brackets, limit);
  if (broken) cursor.vain += scanned - end;
  const first = tokens[start];
  const last = tokens[end - 1];
  if (!first || !last) throw new Error('an item without tokens');
  cursor.at = end;
  const span = withTrailingComments(cursor, first.start, last.end);
  return { kind: 'item', span, tokens: cursor.tokens.slice(start, cursor.at), broken };
}

function mayPass({ vain, tokens }: Cursor): boolean {
  return vain <= VAIN_PASSES * tokens.length;
}

/** Takes the comments that begin on the line where an item ends. */
function withTrailingComments(cursor: Cursor, start: number, end: number): Span {
  let last = end;
  for (;;) {
    const next = cursor.tokens[cursor.at];
    if (next?.kind !== 'comment' || newlinesBetween(cursor.text, last, next.start) > 0) return { start, end: last };
    last = next.end;
    cursor.at++;
  }
}

export function newlinesBetween(text: string, start: number, end: number): number {
  let count = 0;
  // Not by `indexOf`, which looks beyond the end: a line may be as long as its file.
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === NEWLINE) count++;
  return count;
}

const NEWLINE = 0x0a;

function spanOf(token: Token): Span {
  return { start: token.start, end: token.end };
}
