import { isKeyword } from '../tokens/keywords.ts';
import { isParentheses, isWordPart, type Part } from '../tokens/token-groups.ts';
import { isMacroCased } from './declarator.ts';

/** Parentheses that hold a declarator, not arguments: `(*x)(…)`, `(x)(…)`, `(WINAPI *x)(…)`, `(*x[2])`. */
export function isNestedDeclarator(parts: readonly Part[], at: number): boolean {
  const group = parts[at];
  if (!isParentheses(group)) return false;
  const star = group.inner.findIndex((part) => part.word === '*' || part.word === '^');
  if (
    star === 0 ||
    (star === 1 &&
      isParentheses(parts[at + 1]) &&
      isWordPart(group.inner[0]) &&
      !isKeyword(group.inner[0].word) &&
      group.inner.length > 2 &&
      !isParentheses(parts[at + 2]) &&
      isMacroCased(group.inner[0].word))
  )
    return true;
  return group.inner.length === 1 && isWordPart(group.inner[0]) && isParentheses(parts[at + 1]);
}
