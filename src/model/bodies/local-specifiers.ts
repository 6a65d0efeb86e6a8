import { readAggregate } from '../../parse/declarations/aggregate.ts';
import { isNestedDeclarator } from '../../parse/declarations/nested-declarator.ts';
import { assertWords, qualifierWords, typeofWords, typeWords } from '../../parse/tokens/keywords.ts';
import { isParentheses, isWordPart, type Part, splitAtCommas } from '../../parse/tokens/token-groups.ts';
import type { FileMacros } from './file-macros.ts';
import { isAggregate, isReserved, isStatement, isStorage, onlyDeclares } from './local-words.ts';
import { isLineBetween } from './part-lines.ts';

/** What stands before the declarators of a declaration in a body. */
export type LocalSpecifiers = {
  /** The index of the first declarator's first part. */
  readonly end: number;
  /** `typed`: a keyword says that this is a declaration; `named`: names stand where a type can. */
  readonly certainty: 'typed' | 'named';
  readonly hasAggregate: boolean;
};

/** Reads them; null where the parts can be a statement, or a macro and what it governs. */
export function readLocalSpecifiers(text: string, parts: readonly Part[], macros: FileMacros): LocalSpecifiers | null {
  let [isTyped, hasAggregate, names] = [false, false, 0];
  let at = 0;
  const [first] = parts;
  const isKeyed = isWordPart(first) && onlyDeclares(first.word);
  for (; at < parts.length; at++) {
    const [part, next, after] = [parts[at], parts[at + 1], parts[at + 2]];
    if (!isWordPart(part)) break;
    const { word } = part;
    if (isStatement(word) || assertWords.has(word)) return null;
    if (isAggregate(word)) {
      [isTyped, hasAggregate] = [true, true];
      at = readAggregate(parts, at + 1).end - 1;
    } else if (typeWords.has(word)) {
      isTyped = true;
    } else if (typeofWords.has(word) || (word === '_Atomic' && isParentheses(next))) {
      isTyped = true;
      if (isParentheses(next)) at++;
    } else if (!isStorage(word) && !qualifierWords.has(word)) {
      if (isReserved(word)) return null;
      const isCall = isParentheses(next) && !isNestedDeclarator(parts, at + 1);
      const follower = isCall ? after : next;
      const isSpecifier =
        isWordPart(follower) || follower?.word === '*' || (!isTyped && names === 0 && !isCall && isParentheses(next));
      if (!isSpecifier) break;
      if (macros(word) === 'statement') return null;
      // A name or a call that ends its line can be a macro that needs no `;`.
      const isApart = isLineBetween(text, isCall ? next : part, follower);
      if (isApart && (isCall || !(isKeyed || startsType(follower)))) return null;
      if (isCall && !isKeyed && !isTyped && !isTypeMacro(word, next) && !startsDeclaration(parts, at + 2)) return null;
      names++;
      if (isCall) at++;
    }
  }
  if (isKeyed || isTyped) return { end: at, certainty: 'typed', hasAggregate };
  return names > 0 ? { end: at, certainty: 'named', hasAggregate } : null;
}

function startsType(part: Part | undefined): boolean {
  return isWordPart(part) && onlyDeclares(part.word);
}

/** `int x`, `T x` or `T *x`: behind a macro call, what no loop or condition can govern. */
function startsDeclaration(parts: readonly Part[], at: number): boolean {
  const [first, second] = [parts[at], parts[at + 1]];
  if (!isWordPart(first)) return false;
  if (onlyDeclares(first.word)) return true;
  if (isReserved(first.word)) return false;
  if (second?.word === '*') return isWordPart(parts.slice(at + 1).find(({ word }) => word !== '*'));
  return isWordPart(second) && !isStatement(second.word);
}

/** A call of a macro that makes a type: by its name, or because what it takes can only be a type. */
function isTypeMacro(name: string, group: Part | undefined): boolean {
  if (TYPE_MACRO.test(name)) return true;
  if (!isParentheses(group)) return false;
  return splitAtCommas(group.inner).some((argument) => {
    const words = argument.filter(isWordPart);
    return argument.length === 0 || words.some(({ word }) => onlyDeclares(word) || /_t$/.test(word));
  });
}

/** `g_autoptr(T)`, `STACK_OF(T)`, `LIST_HEAD(, T)`. */
const TYPE_MACRO = /^g_auto|_OF$|_HEAD$|_ENTRY$|_TYPE$|_PTR$/;
