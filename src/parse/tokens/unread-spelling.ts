import type { Span } from '../../text/span.ts';
import { lexRange, spliceEnd } from './lex.ts';
import type { Token } from './token.ts';

/** A spelling that is legal C and that nothing here reads: where it stands, and what it is called. */
export type UnreadSpelling = { readonly span: Span; readonly what: string; readonly next: string };

/**
 * The first of some tokens, or of what stands in their directives, that has a name or a comment's mark divided by a line
 * splice (`\` and a line end), or, with `all`, that is half of a digraph (`<%`); null: there is none.
 */
export function unreadSpelling(
  text: string,
  tokens: Iterable<Token>,
  spellings: 'all' | 'divided' = 'all',
): UnreadSpelling | null {
  if (!mayBeUnread(text, spellings)) return null;
  for (const token of tokens) {
    const found = unreadToken(text, token, spellings);
    if (found) return found;
  }
  return null;
}

/** The same of a part of a text, such as the body of a function. */
export function unreadSpellingIn(
  text: string,
  { start, end }: Span,
  spellings: 'all' | 'divided' = 'all',
): UnreadSpelling | null {
  const isSuspect = mayBeUnread(text.slice(start, end), spellings);
  return isSuspect ? unreadSpelling(text, lexRange(text, start, end), spellings) : null;
}

/** Begins with a character that is rare: it is asked of every header. */
const SPLICED = /\\[ \t\r\f\v]*\n[\w$\x80-\xff/*]/;
const DIGRAPH = /<[%:]|[%:]>|%:/;

function mayBeUnread(text: string, spellings: 'all' | 'divided'): boolean {
  return SPLICED.test(text) || (spellings === 'all' && DIGRAPH.test(text));
}

function unreadToken(text: string, token: Token, spellings: 'all' | 'divided'): UnreadSpelling | null {
  const { kind, start, end } = token;
  switch (kind) {
    case 'identifier':
      return isSpliced(text, end, NAME_PART) ? divided('a name', start, end) : null;
    case 'directive':
      return unreadSpellingIn(text, { start: start + hashLength(text, start), end }, spellings);
    case 'punctuator': {
      const digraph = DIGRAPHS.get(text.slice(start, start + 2));
      if (spellings === 'all' && end === start + 1 && digraph !== undefined)
        return {
          span: { start, end: start + 2 },
          what: `the digraph '${text.slice(start, start + 2)}' is not read`,
          next: `Write '${digraph}' in its place.`,
        };
      return text[start] === '/' && isSpliced(text, end, /[/*]/) ? divided("a comment's beginning", start, end) : null;
    }
    default:
      return null;
  }
}

/** `%:` begins a directive as `#` does. */
function hashLength(text: string, start: number): number {
  return text[start] === '%' ? 2 : 1;
}

const NAME_PART = /[\w$\x80-\xff]/;

const DIGRAPHS: ReadonlyMap<string, string> = new Map([
  ['<%', '{'],
  ['%>', '}'],
  ['<:', '['],
  [':>', ']'],
  ['%:', '#'],
]);

function isSpliced(text: string, end: number, goesOn: RegExp): boolean {
  const next = text[end] === '\\' ? spliceEnd(text, end) : -1;
  return next >= 0 && goesOn.test(text[next] ?? '');
}

function divided(what: string, start: number, end: number): UnreadSpelling {
  return {
    span: { start, end },
    what: `${what} that a backslash at the end of a line divides is not read`,
    next: 'Write the name or mark on one line.',
  };
}
