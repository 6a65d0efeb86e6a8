import { type Directive, parseDirective } from '../parse/tokens/directive.ts';
import { aggregateWords, isKeyword, typeofWords } from '../parse/tokens/keywords.ts';
import { lexRange } from '../parse/tokens/lex.ts';
import { isPunctuator, type Token, tokenText } from '../parse/tokens/token.ts';
import type { Item } from './header.ts';

/** The identifiers that an item uses, members (`.x`, `->x`) left out. */
export type References = {
  /** Anywhere in it; these can name a type or a macro. */
  readonly words: ReadonlySet<string>;
  /** Where only an expression can stand, so that the name must have been declared: bodies, initializers, macro calls. */
  readonly evaluated: ReadonlySet<string>;
};

export function referencesOf(text: string, item: Item): References {
  const hasDirectives = item.tokens.some((token) => token.kind === 'directive');
  const all = hasDirectives
    ? item.tokens.flatMap((token) => (token.kind === 'directive' ? tokensOfDirective(text, token) : [token]))
    : item.tokens;
  const tokens = all.filter((token) => token.kind !== 'comment');
  return { words: setOf(identifiersIn(text, tokens)), evaluated: setOf(evaluatedIn(text, item, tokens)) };
}

/** Most items evaluate nothing. */
const NOTHING: ReadonlySet<string> = new Set();

function setOf(words: readonly string[]): ReadonlySet<string> {
  return words.length === 0 ? NOTHING : new Set(words);
}

/** A macro's parameters name nothing outside it. */
function tokensOfDirective(text: string, token: Token): readonly Token[] {
  const directive = parseDirective(text, token);
  const parameters = new Set(directive.kind === 'define' ? directive.parameters : []);
  return lexRange(text, token.start, token.end).filter((inner) => !parameters.has(tokenText(text, inner)));
}

function evaluatedIn(text: string, item: Item, tokens: readonly Token[]): readonly string[] {
  if (item.content.kind !== 'declaration') return item.content.kind === 'broken' ? identifiersIn(text, tokens) : [];
  const { declaration } = item.content;
  switch (declaration.kind) {
    case 'function':
    case 'prototype': {
      const { body } = declaration;
      const bodyStart = body?.start ?? Number.POSITIVE_INFINITY;
      const attributes = afterParameters(
        text,
        tokens.filter((token) => token.start < bodyStart),
      );
      const inBody = tokens.filter((token) => token.start >= bodyStart && token.end <= (body?.end ?? 0));
      const locals = localNames(text, tokens);
      return withoutTags(text, [...attributes, ...inBody]).filter((word) => !locals.has(word));
    }
    case 'macro-call':
      return tokens[0] && tokenText(text, tokens[1] ?? tokens[0]) === '(' ? withoutTags(text, tokens) : [];
    case 'opaque':
      return identifiersIn(text, tokens);
    case 'variable':
      return identifiersIn(text, afterAssignment(text, tokens));
    default:
      return tokens.some((token) => typeofWords.has(tokenText(text, token))) ? identifiersIn(text, tokens) : [];
  }
}

/** What stands behind a parameter list: attributes, and these can name functions (`malloc (free)`). */
function afterParameters(text: string, tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const word = token?.kind === 'punctuator' ? tokenText(text, token) : '';
    if (word === '(') depth++;
    if (word === ')' && --depth === 0) return tokens.slice(at + 1);
  }
  return [];
}

function afterAssignment(text: string, tokens: readonly Token[]): readonly Token[] {
  if (tokens.some((token) => typeofWords.has(tokenText(text, token)))) return tokens;
  const at = tokens.findIndex((token) => tokenText(text, token) === '=');
  return at < 0 ? [] : tokens.slice(at + 1);
}

/** A tag (`struct stat`) is not the function of that name. */
function withoutTags(text: string, tokens: readonly Token[]): readonly string[] {
  const isTag = (at: number): boolean => {
    const before = tokens[at - 1];
    return before !== undefined && aggregateWords.has(tokenText(text, before));
  };
  return identifiersIn(
    text,
    tokens.map((token, at): Token => (isTag(at) ? { ...token, kind: 'punctuator' } : token)),
  );
}

export function identifiersIn(text: string, tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'identifier') return [];
    const before = tokens[at - 1];
    const isMember = before?.kind === 'punctuator' && ['->', '.'].includes(tokenText(text, before));
    return isMember ? [] : [tokenText(text, token)];
  });
}

/** What a macro's body uses: not its parameters, nor the pieces that `##` makes other names of. */
export function identifiersOfMacro(text: string, { parameters, body }: Macro): readonly string[] {
  const own = new Set(parameters);
  const isPasted = (at: number): boolean =>
    isPunctuator(text, body[at - 1], '##') || isPunctuator(text, body[at + 1], '##');
  const whole = body.map((token, at): Token => (isPasted(at) ? { ...token, kind: 'punctuator' } : token));
  return identifiersIn(text, whole).filter((word) => !own.has(word));
}

type Macro = Extract<Directive, { kind: 'define' }>;

/** Names that a function declares for itself: a type or a `*` before, a declarator's end behind. */
function localNames(text: string, tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  tokens.forEach((token, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (token.kind !== 'identifier' || !before || !after || !';=,)[:'.includes(tokenText(text, after))) return;
    const word = tokenText(text, before);
    if (word === '*' || (before.kind === 'identifier' && !['return', 'goto', 'case', 'else', 'sizeof'].includes(word)))
      names.add(tokenText(text, token));
  });
  return names;
}

/** The macros that are called, rather than mentioned, among an item's tokens. */
export function calledIn(text: string, tokens: readonly Token[]): ReadonlySet<string> {
  const names = tokens.flatMap((token, at) => {
    const isCall = token.kind === 'identifier' && isPunctuator(text, tokens[at + 1], '(');
    return isCall ? [tokenText(text, token)] : [];
  });
  return new Set(names.filter((name) => !isKeyword(name)));
}
