import { isParentheses, isWordPart, type Part, type WordPart } from './parts.ts';

/** The tag of an aggregate, from the part behind `struct`, `union` or `enum`, and where its specifier ends. */
export function readAggregate(
  parts: readonly Part[],
  from: number,
): { readonly end: number; readonly tag: WordPart | null } {
  const at = from;
  const brace = parts.findIndex((part, index) => index >= from && part.kind === 'group' && part.word === '{');
  const head = parts.slice(from, Math.max(from, brace));
  const isFunction = head.some(
    (part, at) => isParentheses(part) && isWordPart(head[at - 1]) && isWordPart(head[at - 2]),
  );
  const isSimple = head.every((part) => isWordPart(part) || isParentheses(part) || part.word === ':');
  const hasBody = brace >= 0 && isSimple && !isFunction;
  if (!hasBody) {
    const tag = parts[at];
    return isWordPart(tag) ? { end: at + 1, tag } : { end: at, tag: null };
  }
  const colon = parts.findIndex((part, index) => index >= from && index < brace && part.word === ':');
  const names = parts.slice(from, colon >= 0 ? colon : brace).filter(isWordPart);
  return { end: brace + 1, tag: names.at(-1) ?? null };
}
