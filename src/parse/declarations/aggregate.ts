import { aggregateWords } from '../tokens/keywords.ts';
import { isParentheses, isWordPart, type Part, type WordPart } from '../tokens/token-groups.ts';

/** The tag of an aggregate, from the part behind `struct`, `union` or `enum`, and where its specifier ends. */
export function readAggregate(
  parts: readonly Part[],
  from: number,
): { readonly end: number; readonly tag: WordPart | null } {
  const brace = braceBehind(parts, from);
  if (brace === null) {
    const tag = parts[from];
    return isWordPart(tag) ? { end: from + 1, tag } : { end: from, tag: null };
  }
  const head = parts.slice(from, brace);
  const colon = head.findIndex((part) => part.word === ':');
  const names = head.slice(0, colon >= 0 ? colon : undefined).filter(isWordPart);
  return { end: brace + 1, tag: names.at(-1) ?? null };
}

/** The braces of the aggregate: behind its tag, attributes and C23's `: type`, and not those of a function that returns it. */
function braceBehind(parts: readonly Part[], from: number): number | null {
  for (let at = from; at < parts.length; at++) {
    const part = parts[at];
    if (part?.kind === 'group' && part.word === '{') return at;
    if (isParentheses(part)) {
      const isFunction = at - 2 >= from && isWordPart(parts[at - 1]) && isWordPart(parts[at - 2]);
      if (isFunction) return null;
    } else if (isWordPart(part)) {
      // `enum class x` is one specifier, `struct x struct y` begins another.
      if (at > from && aggregateWords.has(part.word)) return null;
    } else if (part?.word !== ':') return null;
  }
  return null;
}
