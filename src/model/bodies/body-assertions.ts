import { conditionalWord, isNeverTrue, parseDirective } from '../../parse/tokens/directive.ts';
import { lex, lexRange } from '../../parse/tokens/lex.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';
import { type Span, span } from '../../text/span.ts';

/** A statement at a body's own level that is one of those asked for. `statement` is as it was asked for. */
export type FoundStatement = { readonly statement: string; readonly span: Span };

/**
 * Finds statements in a body by their tokens: white space and comments do not count. In the text's order.
 *
 * @param own A statement to look for before the others, given back in this spelling.
 * @param tokens The tokens of the body, in its own offsets, where the caller has them.
 */
export function findStatements(
  text: string,
  body: Span,
  statements: readonly string[],
  { own = null, tokens: given }: { readonly own?: string | null; readonly tokens?: readonly Token[] } = {},
): readonly FoundStatement[] {
  const first = own === null ? [] : [askedOf(own)];
  const others = askedByFirstWord(statements);
  const slice = text.slice(body.start, body.end);
  if (!first.some((one) => mayHold(slice, one)) && !mayHoldAny(slice, others)) return [];
  const tokens = (given ?? lex(slice)).filter((token) => token.kind !== 'comment');
  const found: FoundStatement[] = [];
  for (const at of statementStarts(slice, tokens)) {
    const here = tokens[at];
    const isHere = ({ words }: Asked): boolean => words.every((word, index) => isWord(slice, tokens[at + index], word));
    const match = first.find(isHere) ?? others.get(here ? tokenText(slice, here) : '')?.find(isHere);
    const last = match ? tokens[at + match.words.length - 1] : undefined;
    if (match && here && last)
      found.push({ statement: match.statement, span: span(here.start + body.start, last.end + body.start) });
  }
  return found;
}

type Asked = { readonly statement: string; readonly words: readonly string[] };
type ByFirstWord = ReadonlyMap<string, readonly Asked[]>;

function askedOf(statement: string): Asked {
  return { statement, words: wordsOf(statement) };
}

/** The statements of a manifest are asked for in every body, always as the same list. */
const prepared = new WeakMap<readonly string[], ByFirstWord>();

function askedByFirstWord(statements: readonly string[]): ByFirstWord {
  const before = prepared.get(statements);
  if (before) return before;
  const byFirst = new Map<string, Asked[]>();
  for (const one of statements.map(askedOf)) {
    const [word = ''] = one.words;
    const same = byFirst.get(word);
    if (same) same.push(one);
    else byFirst.set(word, [one]);
  }
  prepared.set(statements, byFirst);
  return byFirst;
}

function mayHold(text: string, { words }: Asked): boolean {
  return words.every((word) => text.includes(word));
}

/** With many statements the words of the text are looked up, instead of each statement's in the text. */
function mayHoldAny(text: string, statements: ByFirstWord): boolean {
  if (statements.size <= FEW) return [...statements.values()].some((same) => same.some((one) => mayHold(text, one)));
  const words = new Set(text.match(/\w+/g));
  return [...words].some((word) => statements.has(word)) || [...statements.keys()].some((word) => !/^\w+$/.test(word));
}

/** As many first words. */
const FEW = 8;

/** Without as many of each statement, the first of them, as `count` says. */
export function withoutFirst(
  found: readonly FoundStatement[],
  count: (statement: string) => number,
): readonly FoundStatement[] {
  const left = new Map<string, number>();
  return found.filter(({ statement }) => {
    const allowed = left.get(statement) ?? count(statement);
    left.set(statement, allowed - 1);
    return allowed <= 0;
  });
}

/** Whether two statements are the same but for white space and comments. */
export function isSameStatement(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return words.length === others.length && words.every((word, at) => word === others[at]);
}

/** The identifiers of a statement: a text without all of them does not hold it. */
export function identifiersOf(statement: string): readonly string[] {
  const tokens = lexRange(statement, 0, statement.length).filter((token) => token.kind === 'identifier');
  return [...new Set(tokens.map((token) => tokenText(statement, token)))];
}

const MOST_KNOWN = 4096;
const known = new Map<string, readonly string[]>();

function wordsOf(statement: string): readonly string[] {
  const before = known.get(statement);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const words = readWords(statement);
  known.set(statement, words);
  return words;
}

function readWords(statement: string): readonly string[] {
  const tokens = lexRange(statement, 0, statement.length).filter((token) => token.kind !== 'comment');
  return tokens.map((token) => tokenText(statement, token));
}

function isWord(text: string, token: Token | undefined, word: string): boolean {
  return token !== undefined && token.end - token.start === word.length && text.startsWith(word, token.start);
}

/**
 * Indices of the tokens directly inside the braces that follow `{`, `;`, `}`, a label's `:`, or a directive that stands
 * behind one of these. A branch that is never compiled has none.
 */
function statementStarts(text: string, tokens: readonly Token[]): readonly number[] {
  const starts: number[] = [];
  const entries: { readonly entry: Place; first: Place | null; isNever: boolean }[] = [];
  let place: Place = { depth: 0, isStart: false };
  tokens.forEach((token, at) => {
    if (token.kind === 'directive') {
      place = placeBehind(text, token, place, entries);
      return;
    }
    if (entries.some(({ isNever }) => isNever)) return;
    const { depth, isStart } = place;
    if (depth === 1 && isStart) starts.push(at);
    const isLabel = isPunctuator(text, token, ':') && depth === 1 && starts.at(-1) === at - 1;
    const isEnd = ['{', ';', '}'].some((mark) => isPunctuator(text, token, mark));
    const opens = ['{', '(', '['].some((open) => isPunctuator(text, token, open));
    const closes = ['}', ')', ']'].some((close) => isPunctuator(text, token, close));
    place = { depth: depth + (opens ? 1 : closes ? -1 : 0), isStart: isEnd || isLabel };
  });
  return starts;
}

/** `isStart`: a statement may begin here. */
type Place = { readonly depth: number; readonly isStart: boolean };

/** Each branch goes on from the place before the `#if`; behind the group, from the end of the first that is compiled. */
function placeBehind(
  text: string,
  token: Token,
  place: Place,
  entries: { readonly entry: Place; first: Place | null; isNever: boolean }[],
): Place {
  const word = conditionalWord(text, token);
  const open = entries.at(-1);
  if (word === null) return place;
  if (word === 'if') {
    entries.push({ entry: place, first: null, isNever: isNeverTrue(text, parseDirective(text, token)) });
    return place;
  }
  if (!open) return place;
  if (!open.isNever) open.first ??= place;
  open.isNever = false;
  if (word !== 'endif') return open.entry;
  entries.pop();
  return open.first ?? open.entry;
}
