import type { Span } from '../../text/span.ts';
import { afterBlanks, lexRange } from './lex.ts';
import { type Token, tokenText } from './token.ts';

/** A preprocessing directive, read from its one token. Names and bodies are slices of the text; nothing is expanded. */
export type Directive =
  | {
      readonly kind: 'if';
      readonly span: Span;
      readonly word: 'if' | 'ifdef' | 'ifndef';
      readonly condition: readonly Token[];
    }
  | { readonly kind: 'elif'; readonly span: Span; readonly word: string; readonly condition: readonly Token[] }
  | { readonly kind: 'else'; readonly span: Span }
  | { readonly kind: 'endif'; readonly span: Span }
  | { readonly kind: 'include'; readonly span: Span; readonly next: boolean; readonly target: IncludeTarget }
  | {
      readonly kind: 'define';
      readonly span: Span;
      readonly name: string;
      readonly parameters: readonly string[] | null;
      readonly body: readonly Token[];
    }
  | { readonly kind: 'undef'; readonly span: Span; readonly name: string }
  | { readonly kind: 'pragma'; readonly span: Span; readonly words: readonly string[] }
  | { readonly kind: 'other'; readonly span: Span; readonly word: string };

export type IncludeTarget =
  | { readonly form: 'quote' | 'angle'; readonly path: string }
  | { readonly form: 'macro'; readonly path: null };

export function parseDirective(text: string, token: Token): Directive {
  const span = { start: token.start, end: token.end };
  const tokens = lexRange(text, token.start + hashLength(text, token), token.end).filter(
    (inner) => inner.kind !== 'comment',
  );
  const [first, ...rest] = tokens;
  const word = first ? tokenText(text, first) : '';
  switch (word) {
    case 'if':
    case 'ifdef':
    case 'ifndef':
      return { kind: 'if', span, word, condition: rest };
    case 'elif':
    case 'elifdef':
    case 'elifndef':
      return { kind: 'elif', span, word, condition: rest };
    case 'else':
      return { kind: 'else', span };
    case 'endif':
      return { kind: 'endif', span };
    case 'include':
    case 'include_next':
    case 'import':
      return { kind: 'include', span, next: word === 'include_next', target: includeTarget(text, rest) };
    case 'define':
      return parseDefine(text, span, rest);
    case 'undef':
      return { kind: 'undef', span, name: rest[0] ? tokenText(text, rest[0]) : '' };
    case 'pragma':
      return { kind: 'pragma', span, words: rest.map((inner) => tokenText(text, inner)) };
    default:
      return { kind: 'other', span, word };
  }
}

/** `#if 0` */
export function isNeverTrue(text: string, directive: Directive): boolean {
  if (directive.kind !== 'if' || directive.word !== 'if') return false;
  const [only, ...rest] = directive.condition;
  return only !== undefined && rest.length === 0 && tokenText(text, only) === '0';
}

/** Whether the directive opens, divides or closes a conditional group; cheaper than parsing it whole. */
export function conditionalWord(text: string, token: Token): 'if' | 'elif' | 'else' | 'endif' | null {
  WORD.lastIndex = afterBlanks(text, token.start + hashLength(text, token));
  switch (WORD.exec(text)?.[0]) {
    case 'if':
    case 'ifdef':
    case 'ifndef':
      return 'if';
    case 'elif':
    case 'elifdef':
    case 'elifndef':
      return 'elif';
    case 'else':
      return 'else';
    case 'endif':
      return 'endif';
    default:
      return null;
  }
}

const WORD = /[a-z]+/y;

/** `#`, or the digraph for it. */
function hashLength(text: string, token: Token): number {
  return text.startsWith('%:', token.start) ? 2 : 1;
}

function parseDefine(text: string, span: Span, tokens: readonly Token[]): Directive {
  const [name, open] = tokens;
  if (!name) return { kind: 'other', span, word: 'define' };
  const isFunctionLike = open !== undefined && open.start === name.end && text[open.start] === '(';
  if (!isFunctionLike)
    return { kind: 'define', span, name: tokenText(text, name), parameters: null, body: tokens.slice(1) };
  const close = tokens.findIndex((token) => text[token.start] === ')' && token.kind === 'punctuator');
  const parameters = tokens
    .slice(2, close < 0 ? undefined : close)
    .map((token) => tokenText(text, token))
    .filter((word) => word !== ',');
  return {
    kind: 'define',
    span,
    name: tokenText(text, name),
    parameters,
    body: close < 0 ? [] : tokens.slice(close + 1),
  };
}

function includeTarget(text: string, tokens: readonly Token[]): IncludeTarget {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first?.kind === 'string') return { form: 'quote', path: text.slice(first.start + 1, first.end - 1) };
  if (first && last && text[first.start] === '<') {
    const close = text.indexOf('>', first.start);
    if (close >= 0 && close < last.end) return { form: 'angle', path: text.slice(first.start + 1, close) };
  }
  return { form: 'macro', path: null };
}
