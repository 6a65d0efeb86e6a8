import { isKeyword } from '../tokens/keywords.ts';
import {
  isParentheses,
  isWordPart,
  type Part,
  type WordPart,
  withoutDoubledParentheses,
} from '../tokens/token-groups.ts';
import { isMacroCased, isName } from './declarator.ts';

/** Parentheses that hold a declarator, not arguments: `(*x)(…)`, `(x)(…)`, `(WINAPI *x)(…)`, `(APIENTRYP x)(…)`, `(*x[2])`, `((x))(…)`. */
export function isNestedDeclarator(parts: readonly Part[], at: number): boolean {
  const group = parts[at];
  if (!isParentheses(group)) return false;
  const inner = withoutDoubledParentheses(group.inner);
  const star = inner.findIndex((part) => part.word === '*' || part.word === '^');
  if (
    star === 0 ||
    (star === 1 &&
      isParentheses(parts[at + 1]) &&
      isWordPart(inner[0]) &&
      !isKeyword(inner[0].word) &&
      inner.length > 2 &&
      !isParentheses(parts[at + 2]) &&
      isMacroCased(inner[0].word))
  )
    return true;
  if (isDecoratedName(inner) && isParentheses(parts[at + 1])) {
    const behind = parts[at + 2];
    return !isParentheses(behind) && !isWordPart(behind);
  }
  // Before a name in parentheses of its own they are arguments: `ATTR((pure)) (x)(…)`, `API(int) (x)(…)`.
  return isName(inner) && isParentheses(parts[at + 1]) && !isParentheses(parts[at + 2]);
}

/** `APIENTRYP x`: a macro that may be a `*`, and the name. */
function isDecoratedName([macro, name, ...others]: readonly Part[]): boolean {
  const isPlain = (part: Part | undefined): part is WordPart => isWordPart(part) && !isKeyword(part.word);
  return isPlain(macro) && isPlain(name) && others.length === 0 && isMacroCased(macro.word);
}
