import { lexRange } from '../../parse/tokens/lex.ts';
import { type Token, tokenText } from '../../parse/tokens/token.ts';
import { tokensOf } from '../../parse/tokens/tokens-of.ts';
import { placeOf } from '../../text/place.ts';
import type { SourceText } from '../../text/source-text.ts';
import { isAssemblyPath, isCPath } from '../c-path.ts';
import type { IsOffsetMacro } from './offset-macros.ts';
import type { Ordered } from './ordered.ts';
import type { OrderReason } from './reordered.ts';
import { type TypeNames, wordsOf } from './type-names.ts';

/**
 * Code that asks where a member lies: `offsetof`, a static assertion about the size, assembly that names the struct. What the
 * answer is used for, the tokens do not show.
 */
export function offsetsAsked({ tree, names, isOffsetMacro }: Ordered): readonly OrderReason[] {
  const words = wordsOf(names);
  const inAssembly = [...tree.filesNaming(words, isAssemblyPath).keys()].map((path): OrderReason => {
    const source = { path, text: tree.read(path) ?? '' };
    const at = source.text.search(new RegExp(`(?<![\\w$])(?:${words.join('|').replaceAll('$', '\\$')})(?![\\w$])`));
    return { why: 'assembly names it', place: placeOf(source, { start: Math.max(0, at), end: Math.max(0, at) + 1 }) };
  });
  const inC = [...tree.filesNaming(words, isCPath).keys()].flatMap((path) =>
    askedIn({ path, text: tree.read(path) ?? '' }, names, isOffsetMacro),
  );
  return [...inAssembly, ...inC];
}

function askedIn(source: SourceText, names: TypeNames, isOffsetMacro: IsOffsetMacro): readonly OrderReason[] {
  const { text } = source;
  const tokens = tokensOf(source).flatMap((token) =>
    token.kind === 'directive' ? lexRange(text, token.start + 1, token.end) : [token],
  );
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  const spelling = typesBefore(text, code, names);
  const closings = closingParentheses(text, code);
  const found: OrderReason[] = [];
  let assertion: Token | null = null;
  code.forEach((token, at) => {
    const word = tokenText(text, token);
    if (word === ';' || word === '{' || word === '}') assertion = null;
    if (token.kind !== 'identifier') return;
    if (/static_assert|BUILD_(?:BUG|ASSERT)|CT_?ASSERT/i.test(word)) assertion = token;
    if (isNullMember(text, code, at) && spelling[at + 1] !== spelling[Math.max(0, at - 1)])
      found.push({ why: 'this asks where a member lies', place: placeOf(source, token) });
    if (tokenTextAt(text, code, at + 1) !== '(') return;
    const end = closings[at + 1] ?? code.length;
    if (spelling[end] === spelling[at + 2]) return;
    const isSize = word === 'sizeof' && assertion !== null;
    if (!isSize && !isOffsetWord(word) && !isOffsetMacro(word)) return;
    const why = isSize ? 'this static assertion is about its size' : 'this asks where a member lies';
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

/** By token: where the parenthesis that opens there closes. */
function closingParentheses(text: string, code: readonly Token[]): Int32Array {
  const closings = new Int32Array(code.length).fill(code.length);
  const open: number[] = [];
  code.forEach((_, at) => {
    const word = tokenTextAt(text, code, at);
    if (word === '(') open.push(at);
    const begin = word === ')' ? open.pop() : undefined;
    if (begin !== undefined) closings[begin] = at;
  });
  return closings;
}

/** By token: how many before it spell the type. */
function typesBefore(text: string, code: readonly Token[], { tag, typedefs }: TypeNames): Int32Array {
  const counts = new Int32Array(code.length + 1);
  code.forEach((token, at) => {
    const word = tokenText(text, token);
    const isTag = word === tag && /^(?:struct|union|,|\(|)$/.test(tokenTextAt(text, code, at - 1));
    counts[at + 1] = (counts[at] ?? 0) + (isTag || typedefs.has(word) ? 1 : 0);
  });
  return counts;
}
