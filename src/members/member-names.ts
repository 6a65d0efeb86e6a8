import type { Item } from '../model/header.ts';
import { isPunctuator, type Token, tokenText } from '../parse/tokens/token.ts';
import type { SourceText } from '../text/source-text.ts';
import { readBody } from './read-body.ts';

/** Structs in one another beyond this are not looked into. */
const DEEPEST = 16;

/**
 * The names by which a struct's member is spoken of: its declarators; of a struct or union without a name the members
 * inside it, whose names are the struct's own; of a macro's call the names that it is given.
 */
export function memberNames(source: SourceText, item: Item, depth = 0): readonly string[] {
  if (item.content.kind !== 'declaration') return [];
  const { text } = source;
  const code = item.tokens.filter(({ kind }) => kind !== 'comment' && kind !== 'directive');
  const braces = bracesOf(text, code);
  const { kind, functions, others } = item.content.declaration;
  if (kind === 'static-assertion') return [];
  if (kind === 'macro-call') return argumentNames(text, code);
  const isOutside = ({ token }: { readonly token: Token }): boolean =>
    !braces.some(({ start, end }) => start < token.start && token.start < end);
  const own = [...functions, ...others].filter(isOutside).map(({ name }) => name);
  const [body] = braces;
  if (kind !== 'type' || body === undefined) return own;
  const isEnum = code[0] !== undefined && tokenText(text, code[0]) === 'enum';
  if (isEnum || depth > DEEPEST) return [];
  const inside = readBody(source, { start: body.start + 1, end: body.end - 1 });
  return inside.members.flatMap((member) => memberNames(source, member, depth + 1));
}

type Braces = { readonly start: number; readonly end: number };

/** The outermost ones. */
function bracesOf(text: string, code: readonly Token[]): readonly Braces[] {
  const found: Braces[] = [];
  let depth = 0;
  let start = 0;
  for (const token of code) {
    if (isPunctuator(text, token, '{') && depth++ === 0) start = token.start;
    else if (isPunctuator(text, token, '}') && --depth === 0) found.push({ start, end: token.end });
  }
  return found;
}

/** `DECLARE_BITMAP(features, 32);` declares `features`: which argument is the name, only the macro knows. */
function argumentNames(text: string, code: readonly Token[]): readonly string[] {
  const names: string[] = [];
  code.forEach((token, at) => {
    const next = code[at + 1];
    const before = code[at - 1];
    const ends = isPunctuator(text, next, ',') || isPunctuator(text, next, ')') || isPunctuator(text, next, ';');
    const isPath = isPunctuator(text, before, '.') || isPunctuator(text, before, '->');
    if (token.kind === 'identifier' && ends && !isPath) names.push(tokenText(text, token));
  });
  return names;
}
