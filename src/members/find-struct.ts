import { isPunctuator, type Token, tokenText } from '../parse/tokens/token.ts';
import { tokensOf } from '../parse/tokens/tokens-of.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { Tree } from '../text/tree.ts';
import { isCPath } from './c-path.ts';

/** Where a struct is defined. */
export type StructDefinition = {
  readonly source: SourceText;
  /** From the word `struct` or `union` to the brace that opens. */
  readonly head: Span;
  /** Between the braces. */
  readonly body: Span;
  /** From the brace that closes to the `;` behind it. */
  readonly tail: Span;
  /** Null for one without a tag. */
  readonly tag: string | null;
  readonly isUnion: boolean;
  readonly isTypedef: boolean;
};

/**
 * The definitions of the struct that is called `name` by its tag, by the typedef that defines it, or by a typedef of its
 * tag; in the order of the tree's files.
 */
export function findStruct(tree: Tree, name: string): readonly StructDefinition[] {
  const files = [...tree.filesNaming([name], isCPath).keys()];
  const found = files.flatMap((path) => definitionsIn({ path, text: tree.read(path) ?? '' }, name));
  if (found.length > 0) return found;
  const alias = new RegExp(`\\btypedef\\s+(?:const\\s+)?(?:struct|union)\\s+(\\w+)\\s+${escaped(name)}\\s*;`);
  const tag = files.map((path) => alias.exec(tree.read(path) ?? '')?.[1]).find((one) => one !== undefined);
  return tag === undefined || tag === name ? [] : findStruct(tree, tag);
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}

/** Those of one file. Files that cannot have one are not cut into tokens. */
export function definitionsIn(source: SourceText, name: string): readonly StructDefinition[] {
  const word = escaped(name);
  const mayDefine = new RegExp(`(?<![\\w$])${word}(?![\\w$])[^;{}=,()]*\\{|\\}[^;{}=]*(?<![\\w$])${word}(?![\\w$])`);
  if (!mayDefine.test(source.text)) return [];
  return aggregatesIn(source).filter((one) => one.tag === name || typedefNames(one).includes(name));
}

/** All structs and unions with a body in a file, whatever conditionals stand around them; those inside others too. */
export function aggregatesIn(source: SourceText): readonly StructDefinition[] {
  const { text } = source;
  const tokens = tokensOf(source).filter(({ kind }) => kind !== 'comment' && kind !== 'directive');
  const closing = closingBraces(text, tokens);
  return tokens.flatMap((token, at): StructDefinition[] => {
    const word = token.kind === 'identifier' ? tokenText(text, token) : '';
    if (word !== 'struct' && word !== 'union') return [];
    const open = openingBrace(text, tokens, at + 1);
    const close = open === null ? undefined : closing.get(open.at);
    const [opened, closed] = [tokens[open?.at ?? -1], tokens[close ?? -1]];
    if (open === null || close === undefined || !opened || !closed) return [];
    const isTypedef = tokens.slice(Math.max(0, at - 3), at).some((one) => tokenText(text, one) === 'typedef');
    return [
      {
        source,
        head: { start: token.start, end: opened.start },
        body: { start: opened.end, end: closed.start },
        tail: { start: closed.start, end: endOfDeclaration(text, tokens, close) },
        tag: open.tag,
        isUnion: word === 'union',
        isTypedef,
      },
    ];
  });
}

/** Attributes may stand on both sides of the tag: the last name before the brace that takes no arguments is it. */
function openingBrace(
  text: string,
  tokens: readonly Token[],
  from: number,
): { readonly at: number; readonly tag: string | null } | null {
  let tag: string | null = null;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    // `struct ops make(void) {` is a function.
    if (isPunctuator(text, token, '{'))
      return tag !== null && isPunctuator(text, tokens[at - 1], ')') ? null : { at, tag };
    if (isPunctuator(text, token, '(')) at = closingParenthesis(text, tokens, at);
    else if (token?.kind === 'identifier') {
      const next = tokens[at + 1];
      if (!isPunctuator(text, next, '(') && (tag === null || isPunctuator(text, next, '{')))
        tag = tokenText(text, token);
    } else return null;
  }
  return null;
}

function closingParenthesis(text: string, tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (isPunctuator(text, tokens[at], '(')) depth++;
    else if (isPunctuator(text, tokens[at], ')') && --depth === 0) return at;
  }
  return tokens.length;
}

function closingBraces(text: string, tokens: readonly Token[]): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (isPunctuator(text, token, '{')) open.push(at);
    else if (isPunctuator(text, token, '}')) {
      const begin = open.pop();
      if (begin !== undefined) closing.set(begin, at);
    }
  });
  return closing;
}

function endOfDeclaration(text: string, tokens: readonly Token[], close: number): number {
  for (let at = close; at < tokens.length; at++) {
    const token = tokens[at];
    if (token && (isPunctuator(text, token, ';') || isPunctuator(text, token, '='))) return token.end;
  }
  return tokens[close]?.end ?? text.length;
}

/** The names that `typedef struct {…} name, *pointer;` gives to the struct itself. */
export function typedefNames({ source, tail, isTypedef }: StructDefinition): readonly string[] {
  if (!isTypedef) return [];
  const behind = source.text.slice(tail.start + 1, tail.end).replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ' ');
  const words = behind.split(/[,;]/).map((one) => /^[^*[]*?(?<![\w$])([\w$]+)\s*$/.exec(one)?.[1]);
  return words.filter((one) => one !== undefined);
}
