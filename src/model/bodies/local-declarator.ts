import { qualifierWords } from '../../parse/tokens/keywords.ts';
import {
  type GroupPart,
  isParentheses,
  isWordPart,
  type Part,
  splitAtCommas,
} from '../../parse/tokens/token-groups.ts';
import type { LocalSpecifiers } from './local-specifiers.ts';
import { isAggregate, isReserved, isStatement, onlyDeclares } from './local-words.ts';
import { isLineBetween } from './part-lines.ts';

type Certainty = LocalSpecifiers['certainty'];

/**
 * Whether parts are declarators, with their initialisers, and nothing else. Behind `named` specifiers each must be one
 * that no expression can be: `T f(a)` is a call behind a macro, `T f(int a)` is not.
 */
export function areDeclarators(text: string, parts: readonly Part[], certainty: Certainty): boolean {
  return splitAtTopCommas(parts).every((one) => isDeclarator(text, one, certainty));
}

function isDeclarator(text: string, parts: readonly Part[], certainty: Certainty): boolean {
  const equals = parts.findIndex(({ word }) => word === '=');
  const head = equals < 0 ? parts : parts.slice(0, equals);
  const value = equals < 0 ? null : parts.slice(equals + 1);
  if (value !== null && !isInitialiser(text, value)) return false;
  const from = head.findIndex((part) => part.word !== '*' && part.word !== '^' && !isQualifier(part));
  const [name, ...suffixes] = from < 0 ? [] : head.slice(from);
  if (isParentheses(name)) return isNested(name, suffixes, value, certainty);
  if (!isWordPart(name) || isReserved(name.word)) return false;
  if (certainty === 'named') return isCertain(suffixes, value);
  return suffixes.every((part, at) => isSuffix(text, [name, ...suffixes], part, at));
}

function isQualifier(part: Part): boolean {
  return isWordPart(part) && qualifierWords.has(part.word);
}

/** `(*name)(…)`, `(name)(…)`, `(*name)[…]`. */
function isNested(
  { inner }: GroupPart,
  [suffix, ...others]: readonly Part[],
  value: readonly Part[] | null,
  certainty: Certainty,
): boolean {
  const isPointer = inner[0]?.word === '*' || inner[0]?.word === '^';
  const isLiteral = inner.some(({ token, word }) => token.kind === 'string' || token.kind === 'number' || word === '{');
  if (certainty === 'typed') return !isLiteral && (isPointer || inner.some(isWordPart));
  return isPointer && isParentheses(suffix) && others.length === 0 && (value !== null || holdsTypes(suffix));
}

/** What follows a name behind a type that is a name too. */
function isCertain(suffixes: readonly Part[], value: readonly Part[] | null): boolean {
  const [first, ...others] = suffixes;
  if (first === undefined) return true;
  if (isParentheses(first)) return value === null && others.length === 0 && holdsTypes(first);
  if (!suffixes.every((part) => (part.kind === 'group' && part.word === '[') || isMacro(part))) return false;
  const [begin] = value ?? [];
  // An array is initialised by braces, a string or a macro that makes them; an element is set to anything.
  return begin === undefined || begin.word === '{' || begin.token.kind === 'string' || isMacro(begin);
}

function isMacro(part: Part): boolean {
  return isWordPart(part) && /^[A-Z_]/.test(part.word);
}

/** An array's size, parameters, a bit field's width, or an annotation; the last two on the line of what they follow. */
function isSuffix(text: string, all: readonly Part[], part: Part, at: number): boolean {
  if (part.kind === 'group') return part.word !== '{';
  if (part.word === ':' || all[at]?.word === ':') return true;
  return isWordPart(part) && !isReserved(part.word) && !isLineBetween(text, all[at], part);
}

/** Whether parentheses hold parameters and no arguments: one of them has a type of two words, or of a keyword. */
function holdsTypes({ inner }: GroupPart): boolean {
  return splitAtCommas(inner).some((parameter) => {
    const words = parameter.filter(isWordPart);
    if (words.some(({ word }) => isStatement(word))) return false;
    if (words.some(({ word }) => onlyDeclares(word) || isAggregate(word))) return true;
    if (parameter.length === 1 && parameter[0]?.word === '...') return true;
    if (words.length > 0 && parameter.at(-1)?.word === '*') return true;
    return parameter.some((part, at) => isWordPart(part) && isWordPart(parameter[at + 1]));
  });
}

/** Whether a value is there, and no macro that needs no `;` ends it before a line begins with another name. */
function isInitialiser(text: string, value: readonly Part[]): boolean {
  const [begin] = value;
  // Strings and macros that make them may stand on a line each.
  if (begin === undefined || begin.token.kind === 'string') return begin !== undefined;
  return !value.some((part, at) => {
    const next = value[at + 1];
    if (!isWordPart(next) || isReserved(next.word) || !isLineBetween(text, part, next)) return false;
    const before = value[at - 1];
    const isCall = isParentheses(part) && isWordPart(before) && !isReserved(before.word);
    return isCall || (isWordPart(part) && !isReserved(part.word) && before?.token.kind !== 'string');
  });
}

function splitAtTopCommas(parts: readonly Part[]): readonly (readonly Part[])[] {
  const lists = splitAtCommas(parts);
  return lists.length === 0 ? [parts] : lists;
}
