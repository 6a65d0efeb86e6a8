import { isKeyword } from '../../parse/tokens/keywords.ts';
import { lexRange } from '../../parse/tokens/lex.ts';
import { closingParenthesis } from '../../parse/tokens/parentheses.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';
import { type Span, span } from '../../text/span.ts';
import { UNEVALUATED } from './body-calls.ts';
import { isMember } from './statement-names.ts';

/** A name that declarations use; `of` is the parameter that it is, or that it was made a copy of. */
export type NameUse = { readonly of: string; readonly span: Span };

/**
 * Where the initialisers, array sizes and macros of declarations use what `names` are: what they point to is read, they
 * are given to a call, or reckoned with. A plain copy of one is not a use, and counts as the name from there on; nor is a
 * test of it, with what the test guards in the same declarator.
 */
export function usesInDeclarations(
  text: string,
  declarations: readonly { readonly span: Span }[],
  names: ReadonlySet<string>,
): readonly NameUse[] {
  const known = new Map([...names].map((name) => [name, name]));
  return declarations.flatMap((one) => {
    const tokens = lexRange(text, one.span.start, one.span.end).filter(({ kind }) => kind !== 'comment');
    return usesIn(text, tokens, known);
  });
}

/** Adds copies to `known`. */
function usesIn(text: string, tokens: readonly Token[], known: Map<string, string>): readonly NameUse[] {
  const uses: NameUse[] = [];
  const is = (at: number, ...marks: readonly string[]): boolean =>
    marks.some((mark) => isPunctuator(text, tokens[at], mark));
  const word = (at: number): string => (tokens[at] ? tokenText(text, tokens[at]) : '');
  const isMacro = tokens[0]?.kind === 'identifier' && !isKeyword(word(0)) && is(1, '(') && !is(2, '*', '^');
  const open: string[] = [];
  let start = isMacro ? 1 : -1;
  let tested = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    if (is(at, '(', '{', '[')) open.push(word(at));
    if (is(at, ')', '}', ']')) open.pop();
    if (is(at, '=') && start < 0) start = at;
    if (is(at, ',') && open.length === 0) {
      start = -1;
      tested = new Set();
    }
    const token = tokens[at];
    if (token?.kind !== 'identifier' || (start < 0 && !open.includes('['))) continue;
    if (NOT_READ.has(word(at)) && is(at + 1, '(')) {
      at = closingParenthesis(text, tokens, at + 1);
      continue;
    }
    const of = known.get(word(at));
    const isSized = word(at - 1) === 'sizeof' || (is(at - 1, '*') && word(at - 2) === 'sizeof');
    if (of === undefined || isMember(text, tokens, at) || tested.has(of) || isSized) continue;
    if (open.at(-1) === '{' && is(at - 1, '=', '{', ',') && is(at + 1, ',', '}')) continue;
    const copy = start >= 0 ? copiedTo(text, tokens, start, at) : null;
    if (copy !== null) known.set(copy, of);
    else if (isTest(text, tokens, at)) tested.add(of);
    else uses.push({ of, span: span(token.start, token.end) });
  }
  return uses;
}

/** They reckon with types and addresses alone. */
const NOT_READ: ReadonlySet<string> = new Set([...UNEVALUATED, 'container_of']);

/** `==`, `!=`, `&&` and `||` are two tokens each. */
function isTest(text: string, tokens: readonly Token[], at: number): boolean {
  const mark = (place: number): string => (tokens[place]?.kind === 'punctuator' ? tokenText(text, tokens[place]) : '');
  const [before, next] = [mark(at - 2) + mark(at - 1), mark(at + 1) + mark(at + 2)];
  return /!$|[!=<>]=$/.test(before) || /^(?:[?<>]|[!=]=|&&|\|\|)/.test(next);
}

/** The variable of `type *name = (cast) value;`, where the value is the token at `at` and no more. */
function copiedTo(text: string, tokens: readonly Token[], equals: number, at: number): string | null {
  const isEnd =
    at + 1 === tokens.length || isPunctuator(text, tokens[at + 1], ';') || isPunctuator(text, tokens[at + 1], ',');
  let first = equals + 1;
  while (isPunctuator(text, tokens[first], '(') && first < at) first = closingParenthesis(text, tokens, first) + 1;
  const name = tokens[equals - 1];
  return isEnd && first === at && name?.kind === 'identifier' ? tokenText(text, name) : null;
}
