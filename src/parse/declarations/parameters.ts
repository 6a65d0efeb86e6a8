import { aggregateWords, isKeyword } from '../tokens/keywords.ts';
import type { Token } from '../tokens/token.ts';
import {
  collapse,
  type GroupPart,
  isParentheses,
  isWordPart,
  type Part,
  splitAtCommas,
} from '../tokens/token-groups.ts';
import { type Annotations, isParameterListMacro } from './annotations.ts';
import { withoutAnnotations } from './blank-annotations.ts';
import { isMacroCased, parseDeclarator } from './declarator.ts';
import { readSpecifiers } from './specifiers.ts';

/** The parameters of a function, by name. */
export type Parameters = {
  /** Those that surely are some. */
  readonly names: ReadonlySet<string>;
  /** What may be the name of one as well: it stands in the list where a macro could make it so. */
  readonly others: ReadonlySet<string>;
  /** False where a macro stands for parameters, so that there may be more. */
  readonly isComplete: boolean;
};

/** Reads the parameters of the function whose name is the token at `name`, old-style ones too, from its declaration's tokens. */
export function parseParameters(
  text: string,
  tokens: readonly Token[],
  name: number,
  annotations: Annotations,
): Parameters {
  const list = listBehind(collapse(text, tokens), name);
  if (list === null) return { names: new Set(), others: new Set(), isComplete: false };
  const read = splitAtCommas(list.inner).map((parameter) => readParameter(withoutAnnotations(parameter, annotations)));
  return {
    names: new Set(read.flatMap((one) => one.name ?? [])),
    others: new Set(splitAtCommas(list.inner).flatMap(wordsThatMayName)),
    isComplete: read.every((one) => one.isComplete),
  };
}

/** The parentheses of the list behind a name at whatever depth; those within, where a macro wraps the list. */
function listBehind(parts: readonly Part[], name: number): GroupPart | null {
  const at = parts.findIndex((part) => isWordPart(part) && part.token.start === name);
  if (at < 0) {
    const around = parts.findIndex((part) => part.kind === 'group' && part.token.start < name && name < part.end);
    const [group, behind] = [parts[around], parts[around + 1]];
    if (group?.kind !== 'group') return null;
    return listBehind(group.inner, name) ?? (isParentheses(behind) ? behind : null);
  }
  const [next, after] = [parts[at + 1], parts[at + 2]];
  const list = isWordPart(next) && (isParameterListMacro(next.word) || isDoubled(after)) ? after : next;
  if (!isParentheses(list)) return null;
  const [inner] = list.inner;
  return isDoubled(list) && isParentheses(inner) ? inner : list;
}

function isDoubled(part: Part | undefined): boolean {
  return isParentheses(part) && part.inner.length === 1 && isParentheses(part.inner[0]);
}

function readParameter(parts: readonly Part[]): { readonly name: string | null; readonly isComplete: boolean } {
  const [only, second] = parts;
  const none = { name: null, isComplete: true };
  if (!only || only.word === '.' || only.word === '...') return none;
  if (parts.length === 1) {
    if (!isWordPart(only)) return { ...none, isComplete: false };
    // Alone it is a name of an old-style list, a type without a name, or a macro that makes parameters.
    return isKeyword(only.word) ? none : { name: only.word, isComplete: !isMacroCased(only.word) };
  }
  if (isWordPart(only) && isParentheses(second) && parts.length === 2) return { ...none, isComplete: false };
  const declarator = parseDeclarator(parts.slice(readSpecifiers(parts).end));
  return declarator ? { name: declarator.name.word, isComplete: true } : none;
}

/** The words of one parameter at its own level, and in the call of a macro there; no tags. */
function wordsThatMayName(parameter: readonly Part[]): readonly string[] {
  return parameter.flatMap((part, at) => {
    const before = parameter[at - 1];
    if (isParentheses(part) && isWordPart(before) && isMacroCased(before.word)) return wordsThatMayName(part.inner);
    if (!isWordPart(part) || isKeyword(part.word) || (before && aggregateWords.has(before.word))) return [];
    return [part.word];
  });
}
