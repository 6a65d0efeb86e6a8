import { aggregateWords, isKeyword, qualifierWords, storageWords, typeofWords, typeWords } from '../tokens/keywords.ts';
import { isParentheses, isWordPart, type Part } from '../tokens/token-groups.ts';
import { readAggregate } from './aggregate.ts';
import { isMacroCased } from './declarator.ts';
import { type DeclaredName, nameOfPart } from './declared-name.ts';
import { isNestedDeclarator } from './nested-declarator.ts';

/** What stands before the declarators of a declaration. */
export type Specifiers = {
  readonly end: number;
  readonly isTypedef: boolean;
  readonly isStatic: boolean;
  readonly hasType: boolean;
  readonly hasAggregate: boolean;
  /** The tag that the specifiers declare or mention. */
  readonly tag: readonly DeclaredName[];
  readonly unknown: readonly string[];
};

export function readSpecifiers(parts: readonly Part[]): Specifiers {
  let [isTypedef, isStatic, hasType, hasAggregate] = [false, false, false, false];
  let tag: DeclaredName[] = [];
  const names: string[] = [];
  let [hasNamedType, isDecorated] = [false, false];
  let at = 0;
  for (; at < parts.length; at++) {
    const part = parts[at];
    if (!part) break;
    if (part.token.kind === 'string') continue;
    if (!isWordPart(part)) break;
    if (storageWords.has(part.word)) {
      isTypedef ||= part.word === 'typedef';
      isStatic ||= part.word === 'static';
      // `extern x;` and `static x;` are implicit int to old compilers; `inline` alone is no type.
    } else if (qualifierWords.has(part.word)) {
      if (part.word === '_Atomic' && isParentheses(parts[at + 1])) [hasType, at] = [true, at + 1];
    } else if (typeWords.has(part.word)) {
      hasType = true;
    } else if (typeofWords.has(part.word)) {
      hasType = true;
      if (isParentheses(parts[at + 1])) at++;
    } else if (aggregateWords.has(part.word)) {
      [hasType, hasAggregate] = [true, true];
      const aggregate = readAggregate(parts, at + 1);
      tag = aggregate.tag ? [nameOfPart(aggregate.tag)] : [];
      at = aggregate.end - 1;
    } else {
      const role = roleOfWord(parts, at, hasType || hasNamedType);
      if (role === 'declarator') break;
      if (isTypeArgument(parts[at + 1])) hasType = true;
      else names.push(part.word);
      if (role === 'type') hasNamedType = true;
      else isDecorated = true;
      if (isParentheses(parts[at + 1]) && !isNestedDeclarator(parts, at + 1)) at++;
    }
  }
  const unknown = hasType ? names : withoutTypeName(names);
  return { end: at, isTypedef, isStatic, hasType: hasType || hasNamedType || isDecorated, hasAggregate, tag, unknown };
}

/** `3`, `"text"`: what a type has no use for. */
function isLiteral({ token }: Part): boolean {
  return token.kind === 'number' || token.kind === 'string';
}

/** `(int)`, `(image_t *)`: what a macro takes that stands for a type. */
function isTypeArgument(group: Part | undefined): boolean {
  if (!isParentheses(group)) return false;
  const { inner } = group;
  const isType = inner.some((part) => typeWords.has(part.word)) || inner.at(-1)?.word === '*';
  return isType && inner.every((part) => isWordPart(part) || part.word === '*');
}

/** One of several names must be the type: the last that is not in capitals, as annotations are, else the last. */
function withoutTypeName(names: readonly string[]): readonly string[] {
  const plain = names.findLastIndex((name) => !isMacroCased(name));
  const type = plain < 0 ? names.length - 1 : plain;
  return names.filter((_, at) => at !== type);
}

/** What an identifier is where specifiers may stand, from what follows it. */
function roleOfWord(parts: readonly Part[], at: number, hasType: boolean): 'type' | 'annotation' | 'declarator' {
  const [part, next, after] = [parts[at], parts[at + 1], parts[at + 2]];
  const specifier = hasType ? 'annotation' : 'type';
  if (!isWordPart(part)) return 'declarator';
  if (isWordPart(next)) {
    if (hasType && isParentheses(after) && after.inner.length === 1 && isParentheses(after.inner[0]))
      return 'declarator';
    if (
      hasType &&
      !isKeyword(next.word) &&
      !isMacroCased(part.word) &&
      isMacroCased(next.word) &&
      !isFollowedByName(parts, at + 1)
    )
      return 'declarator';
    return specifier;
  }
  if (next && (next.word === '*' || next.word === '^')) return specifier;
  if (isNestedDeclarator(parts, at + 1)) return specifier;
  if (isParentheses(next)) {
    if (isWordPart(after) && next.inner.some(isLiteral)) return 'annotation';
    if (isMacroCased(part.word) && (hasType || isTypeArgument(next)) && isNestedDeclarator(parts, at + 2))
      return specifier;
    if (!hasType && (isWordPart(after) || after?.word === '*')) return 'type';
    if (
      hasType &&
      isMacroCased(part.word) &&
      isWordPart(after) &&
      isParentheses(parts[at + 3]) &&
      !isMacroCased(after.word)
    )
      return 'annotation';
  }
  return 'declarator';
}

function isFollowedByName(parts: readonly Part[], at: number): boolean {
  const next = parts[at + 1];
  return isWordPart(next) || isParentheses(next) || next?.word === '*';
}
