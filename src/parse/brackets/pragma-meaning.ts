import { lexRange } from '../tokens/lex.ts';
import { isPunctuator, type Token, tokenText } from '../tokens/token.ts';
import type { Mark, Meaning } from './bracket-marks.ts';
import { pragmaBracket } from './pragma-bracket.ts';
import { readPragmaOperator } from './pragma-operator.ts';

/**
 * What a text means that is made of `_Pragma("…")`, `__pragma(…)`, `extern "C" {`, `namespace x {` and `}` alone: one end of a bracket, or
 * pragmas that are none. Null where it holds anything else, nothing, or all that it opens. Beside a pragma there may be a
 * declaration that only takes the semicolon behind the call (`struct dummy`).
 */
export function pragmaMeaning(text: string): Meaning | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const open: string[] = [];
  const close: string[] = [];
  for (const part of parts) {
    if (part.kind === 'pragma') continue;
    if (part.role === 'open') open.push(part.bracket);
    else if (open.at(-1) === part.bracket) open.pop();
    else close.push(part.bracket);
  }
  const words = parts.flatMap((part) => (part.kind === 'pragma' ? part.words : []));
  if (open.length > 0 && close.length > 0) return null;
  if (open.length > 0) return { kind: 'mark', role: 'open', bracket: joinBrackets(open) };
  if (close.length > 0) return { kind: 'mark', role: 'close', bracket: joinBrackets(close) };
  return words.length > 0 && parts.every(({ kind }) => kind === 'pragma') ? { kind: 'pragma', words } : null;
}

/** Several brackets as one. `#pragma pack(1)` beside `#pragma pack(push, 1)`, for another compiler, is the same. */
export function joinBrackets(names: Iterable<string>): string {
  const all = new Set(names);
  return [...all]
    .filter((name) => !name.endsWith(' set') || !all.has(name.slice(0, -' set'.length)))
    .sort()
    .join(' and ');
}

function partsOf(text: string): readonly Meaning[] | null {
  const tokens = lexRange(text, 0, text.length);
  const parts: Meaning[] = [];
  let hasFiller = false;
  for (let at = 0; at < tokens.length; ) {
    const read = partAt(text, tokens, at);
    if (read?.part) parts.push(read.part);
    if (!read) hasFiller = true;
    at = read?.end ?? fillerEnd(text, tokens, at);
  }
  const isOfPragmas = parts.every((part) => part.kind === 'mark' && part.bracket.startsWith('pragma '));
  return !hasFiller || (isOfPragmas && isRepeatable(text)) ? parts : null;
}

/** The ends of brackets that the pragmas in a text are, whatever stands between them. */
export function bracketPragmasIn(text: string): readonly Mark[] {
  const tokens = lexRange(text, 0, text.length);
  const marks: Mark[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const isPragma = token !== undefined && ['_Pragma', '__pragma'].includes(tokenText(text, token));
    const read = isPragma ? partAt(text, tokens, at) : null;
    if (read?.part?.kind === 'mark') marks.push(read.part);
    at = read?.end ?? at + 1;
  }
  return marks;
}

/** The index behind what is no part: the next pragma or semicolon. */
function fillerEnd(text: string, tokens: readonly Token[], from: number): number {
  const ends = (token: Token): boolean => /^(?:;|_Pragma|__pragma)$/.test(tokenText(text, token));
  const end = tokens.findIndex((token, at) => at > from && ends(token));
  return end < 0 ? tokens.length : end;
}

/** C takes a declaration without braces and initialiser as often as it stands there. */
function isRepeatable(text: string): boolean {
  return !/[{}=#]/.test(text.replaceAll(/\\["\\]|"(?:[^"\\]|\\.)*"/g, ''));
}

function partAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): { readonly part: Meaning | null; readonly end: number } | null {
  const [token, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const word = token ? tokenText(text, token) : '';
  if (word === ';') return { part: null, end: at + 1 };
  if (word === '}') return { part: { kind: 'mark', role: 'close', bracket: 'linkage' }, end: at + 1 };
  if (word === 'extern' && second?.kind === 'string' && isPunctuator(text, third, '{'))
    return { part: { kind: 'mark', role: 'open', bracket: 'linkage' }, end: at + 3 };
  const namespace = namespaceBrace(text, tokens, at);
  if (namespace !== null) return { part: { kind: 'mark', role: 'open', bracket: 'linkage' }, end: namespace + 1 };
  const operator = readPragmaOperator(text, tokens, at);
  if (operator) return { part: meant(operator.words), end: operator.end };
  return word === '__pragma' && isPunctuator(text, second, '(') ? microsoftPragma(text, tokens, at + 1) : null;
}

/** The index of the brace of C++'s `namespace a::b {`, or null. */
export function namespaceBrace(text: string, tokens: readonly Token[], at: number): number | null {
  const start = tokens[at]?.start ?? 0;
  if (!text.startsWith('namespace', start) && !text.startsWith('inline', start)) return null;
  const words = tokens.slice(at, at + MOST_NAMESPACE_WORDS).map((token) => tokenText(text, token));
  const name = words[0] === 'inline' ? 1 : 0;
  const brace = words.indexOf('{');
  const isName = words.slice(name + 1, brace).every((word) => /^(?:[A-Za-z_]\w*|:)$/.test(word));
  return words[name] === 'namespace' && brace >= 0 && isName ? at + brace : null;
}

/** What opens a namespace is short. */
const MOST_NAMESPACE_WORDS = 16;

function microsoftPragma(text: string, tokens: readonly Token[], open: number) {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const token = tokens[at];
    if (isPunctuator(text, token, '(')) depth++;
    if (isPunctuator(text, token, ')') && --depth === 0) {
      const words = tokens.slice(open + 1, at).map((inner) => tokenText(text, inner));
      return { part: meant(words), end: at + 1 };
    }
  }
  return null;
}

function meant(words: readonly string[]): Meaning {
  const mark = pragmaBracket(words);
  return mark ? { kind: 'mark', ...mark } : { kind: 'pragma', words };
}
