import { aggregateWords, isKeyword, qualifierWords, typeWords } from '../tokens/keywords.ts';
import {
  isParentheses,
  isWordPart,
  type Part,
  splitAtCommas,
  type WordPart,
  withoutDoubledParentheses,
} from '../tokens/token-groups.ts';
import { isParameterListMacro } from './annotations.ts';

/** A declarator (C17 6.7.6) reduced to what it names and what kind of thing that is. */
export type Declarator = {
  readonly name: WordPart;
  /** `pointer` covers pointers to functions; `macro` is a name handed to a macro that makes the declaration. */
  readonly shape: 'function' | 'object' | 'macro';
  /** Identifiers that stand where only an annotation can and that the parse did not know. */
  readonly unknownAnnotations: readonly string[];
};

/** Reads one declarator from its parts, attributes and known annotations taken out before; null when it names nothing. */
export function parseDeclarator(parts: readonly Part[]): Declarator | null {
  const unknown: string[] = [];
  let trailing: number | null = null;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    const next = parts[at + 1];
    if (!part) break;
    if (part.word === '*' || part.word === '^' || part.word === '&' || qualifierWords.has(part.word)) continue;
    if (isParentheses(part)) return nestedDeclarator(part.inner, parts.slice(at + 1), unknown);
    if (!isWordPart(part) || isKeyword(part.word)) return null;
    if (isWordPart(next) && isParameterListMacro(next.word) && isParentheses(parts[at + 2])) {
      return { name: part, shape: 'function', unknownAnnotations: unknown };
    }
    if (isWordPart(next) && isDoubledParentheses(parts[at + 2]))
      return { name: part, shape: 'function', unknownAnnotations: unknown };
    const wrapped = isMacroCased(part.word) ? wrappedName(part.word, next) : null;
    if (wrapped) return { name: wrapped, shape: 'function', unknownAnnotations: unknown };
    const decorates = isWordPart(next) || next?.word === '*' || isLeadingAnnotationCall(parts, at);
    if (decorates) trailing ??= trailingAnnotations(parts);
    const isLastName = trailing !== null && at + 1 >= trailing && isWordPart(next) && !isMacroCased(part.word);
    if (decorates && !isLastName) {
      unknown.push(part.word);
      if (isParentheses(next)) at++;
      continue;
    }
    return suffixedDeclarator(part, parts.slice(at + 1), unknown);
  }
  return null;
}

/** `x FOO_ATTR;`: from where on there are upper-case words only, so that `x` before them is the name and they decorate it. */
function trailingAnnotations(parts: readonly Part[]): number {
  const end = parts.findIndex((part) => part.word === '=' || part.word === ':');
  const other = parts.findLastIndex(
    (part, at) => (end < 0 || at < end) && !(isWordPart(part) ? isMacroCased(part.word) : isParentheses(part)),
  );
  return other + 1;
}

/** `int FOO_ATTR(2) bar(int)`: a macro-cased call followed by another call decorates it. */
function isLeadingAnnotationCall(parts: readonly Part[], at: number): boolean {
  const [part, group, name, parameters] = parts.slice(at, at + 4);
  if (!isWordPart(part) || !isParentheses(group) || !isMacroCased(part.word)) return false;
  if (name?.word === '*') return true;
  if (isParentheses(name)) return isParentheses(parameters) && isName(withoutDoubledParentheses(name.inner));
  return isWordPart(name) && !isMacroCased(name.word) && (isParentheses(parameters) || parameters === undefined);
}

/** Whether the parts are one name and nothing else. */
export function isName([part, ...others]: readonly Part[]): boolean {
  return isWordPart(part) && !isKeyword(part.word) && others.length === 0;
}

export function isMacroCased(word: string): boolean {
  return word.startsWith('__') || (word === word.toUpperCase() && /[A-Z]/.test(word));
}

function isDoubledParentheses(part: Part | undefined): boolean {
  return isParentheses(part) && part.inner.length === 1 && isParentheses(part.inner[0]);
}

/**
 * `__NTH (name (parameters))`: a macro around a whole function declarator. A word in capitals inside the parentheses is one
 * more macro, around parameters: `int LOG_INIT(ARGS(int level));`.
 */
function wrappedName(macro: string, group: Part | undefined): WordPart | null {
  if (!isParentheses(group) || group.inner.length !== 2) return null;
  const [name, parameters] = group.inner;
  if (!isWordPart(name) || isKeyword(name.word) || !isParentheses(parameters)) return null;
  return macro.startsWith('__') || !isMacroCased(name.word) ? name : null;
}

/** What stands in parentheses before a suffix: `(*name)(…)`, `(name)(…)`, `(*name(…))(…)`. */
function nestedDeclarator(
  inner: readonly Part[],
  rest: readonly Part[],
  unknown: readonly string[],
): Declarator | null {
  const nested = parseDeclarator(inner);
  if (!nested) return null;
  const isPlainName = withoutDoubledParentheses(inner).every((part) => isWordPart(part));
  const shape = nested.shape === 'object' && isPlainName && beginsParameters(rest) ? 'function' : nested.shape;
  return { name: nested.name, shape, unknownAnnotations: [...unknown, ...nested.unknownAnnotations] };
}

/** `(int a)`, or a macro around it: `P((int a))`. */
function beginsParameters([first, second]: readonly Part[]): boolean {
  if (!isWordPart(first)) return isParentheses(first);
  return isParentheses(second) && (isParameterListMacro(first.word) || isDoubledParentheses(second));
}

/** No function returns a function: `*TRANS(open)(int a)` is a macro around the name, as `(open)(int a)` is. */
function suffixedDeclarator(name: WordPart, rest: readonly Part[], unknown: readonly string[]): Declarator | null {
  const [suffix, ...behind] = rest;
  if (!isParentheses(suffix)) return { name, shape: 'object', unknownAnnotations: unknown };
  const inner = isParentheses(behind[0]) && suffix.inner.length === 1 ? suffix.inner[0] : undefined;
  if (isWordPart(inner) && !isKeyword(inner.word))
    return { name: inner, shape: 'function', unknownAnnotations: unknown };
  if (isParameterList(suffix.inner) && !isArgumentList(name, suffix.inner)) {
    if (behind.some((part) => part.word === '=')) return { name, shape: 'object', unknownAnnotations: unknown };
    if (holdsAnother(behind)) return null;
    const trailing = behind.flatMap((part) => (isWordPart(part) && !isKeyword(part.word) ? [part.word] : []));
    return { name, shape: 'function', unknownAnnotations: [...unknown, ...trailing] };
  }
  const [first] = splitAtCommas(suffix.inner);
  const named = first?.length === 1 && isWordPart(first[0]) ? first[0] : name;
  return { name: named, shape: 'macro', unknownAnnotations: unknown };
}

/** Whether a type begins behind parameters: a declaration whose end nobody saw, as a macro makes the body above it. */
function holdsAnother(behind: readonly Part[]): boolean {
  return behind.some(({ word }) => typeWords.has(word) || aggregateWords.has(word)) && behind[0]?.word !== '->';
}

/** `NAME (Type, prefix)`, all capitals and two or more bare names: parameters without a name have a type among them. */
function isArgumentList(name: WordPart, inner: readonly Part[]): boolean {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name.word)) return false;
  const lists = splitAtCommas(inner);
  const isBare = (list: readonly Part[]): boolean =>
    list.length === 1 && isWordPart(list[0]) && !isKeyword(list[0].word);
  return lists.length > 1 && lists.every(isBare);
}

/** Whether parentheses can hold parameters: no literal and no further parentheses where a parameter begins. */
function isParameterList(inner: readonly Part[]): boolean {
  return splitAtCommas(inner).every((parameter) => {
    const [first] = parameter;
    if (!first) return false;
    if (first.kind === 'group') return first.word === '[';
    return (
      first.token.kind !== 'number' &&
      first.token.kind !== 'string' &&
      first.token.kind !== 'character' &&
      first.word !== '-'
    );
  });
}
