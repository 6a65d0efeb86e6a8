import { lexRange } from '../../parse/tokens/lex.ts';
import { type Token, tokenText } from '../../parse/tokens/token.ts';
import { tokensOf } from '../../parse/tokens/tokens-of.ts';
import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { isAssemblyPath, isCPath } from '../c-path.ts';
import { offsetMacros } from './offset-macros.ts';
import type { OrderReason, Reordered } from './reordered.ts';
import { type TypeNames, wordsOf } from './type-names.ts';

/**
 * Code that asks where a member lies: `offsetof`, a static assertion about the size, assembly that names the struct. What the
 * answer is used for, the tokens do not show.
 */
export function offsetsAsked({ tree, names }: Reordered): readonly OrderReason[] {
  const words = wordsOf(names);
  const inAssembly = [...tree.filesNaming(words, isAssemblyPath).keys()].map((path): OrderReason => {
    const source = { path, text: tree.read(path) ?? '' };
    const at = source.text.search(new RegExp(`(?<![\\w$])(?:${words.join('|').replaceAll('$', '\\$')})(?![\\w$])`));
    return { why: 'assembly names it', place: placeOf(source, { start: Math.max(0, at), end: Math.max(0, at) + 1 }) };
  });
  const macros = offsetMacros(tree);
  const spelt = new RegExp(
    `offset|assert|BUG_ON|\\*\\s*\\)[\\s(]*(?:\\d|NULL|nullptr)${[...macros].map((name) => `|\\b${name}\\b`).join('')}`,
    'i',
  );
  const inC = [...tree.filesNaming(words, isCPath).keys()].flatMap((path) => {
    const source = { path, text: tree.read(path) ?? '' };
    return spelt.test(source.text) ? askedIn(source, names, macros) : [];
  });
  return [...inAssembly, ...inC];
}

function askedIn(source: SourceText, names: TypeNames, macros: ReadonlySet<string>): readonly OrderReason[] {
  const { text } = source;
  const tokens = tokensOf(source).flatMap((token) =>
    token.kind === 'directive' ? lexRange(text, token.start + 1, token.end) : [token],
  );
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  const found: OrderReason[] = [];
  let assertion: Token | null = null;
  code.forEach((token, at) => {
    const word = tokenText(text, token);
    if (word === ';' || word === '{' || word === '}') assertion = null;
    if (token.kind !== 'identifier') return;
    if (/static_assert|BUILD_(?:BUG|ASSERT)|CT_?ASSERT/i.test(word)) assertion = token;
    if (isNullMember(text, code, at) && namesType(text, code.slice(Math.max(0, at - 1), at + 1), names))
      found.push({ why: 'this asks where a member lies', place: placeOf(source, token) });
    if (tokenTextAt(text, code, at + 1) !== '(') return;
    const isOffset = isOffsetWord(word) || macros.has(word);
    const isSize = word === 'sizeof' && assertion !== null;
    if (!isOffset && !isSize) return;
    const end = closing(text, code, at + 1);
    if (!namesType(text, code.slice(at + 2, end), names)) return;
    const why = isOffset ? 'this asks where a member lies' : 'this static assertion is about its size';
    found.push({ why, place: placeOf(source, token) });
  });
  return found;
}

/** Behind the type; any address will do for one. */
const NULL_MEMBER = /^\* (?:const )?\) (?:\( )*(?:\d\w*|NULL|nullptr) (?:\) )+(?:->|\.|\[)/;

function isOffsetWord(word: string): boolean {
  return /offset_?of|^OFFSET$/i.test(word);
}

/** `((struct ops *)0)->open`, `offsetof` as it was written before there was one. */
function isNullMember(text: string, code: readonly Token[], at: number): boolean {
  const words = Array.from({ length: 9 }, (_, more) => tokenTextAt(text, code, at + more + 1)).join(' ');
  return NULL_MEMBER.test(words);
}

function tokenTextAt(text: string, code: readonly Token[], at: number): string {
  const token = code[at];
  return token ? tokenText(text, token) : '';
}

function closing(text: string, code: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    const word = tokenTextAt(text, code, at);
    if (word === '(') depth++;
    else if (word === ')' && --depth === 0) return at;
  }
  return code.length;
}

/** Whether some tokens spell the type. */
function namesType(text: string, tokens: readonly Token[], { tag, typedefs }: TypeNames): boolean {
  return tokens.some((token, at) => {
    const word = tokenText(text, token);
    const before = tokenTextAt(text, tokens, at - 1);
    return typedefs.has(word) || (word === tag && /^(?:struct|union|,|\(|)$/.test(before));
  });
}
