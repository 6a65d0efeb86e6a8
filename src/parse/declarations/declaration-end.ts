import { aggregateWords } from '../tokens/keywords.ts';
import { type GroupPart, isParentheses, isWordPart, type Part } from '../tokens/token-groups.ts';
import { readAggregate } from './aggregate.ts';

/** The last braces, when they are a function's body and not a type's or an initializer's. */
export function bodyOf(parts: readonly Part[]): GroupPart | null {
  const last = parts.findLast((part) => part.word !== ';');
  if (last?.kind !== 'group' || last.word !== '{') return null;
  const at = parts.lastIndexOf(last);
  if (parts.slice(0, at).some((part) => part.word === '=' || part.word === 'typedef')) return null;
  const keyword = parts.findLastIndex((part, index) => index < at && aggregateWords.has(part.word));
  const isAggregate =
    keyword >= 0 &&
    readAggregate(parts, keyword + 1).end === at + 1 &&
    !parts
      .slice(keyword, at)
      .some(
        (part, index, run) =>
          isParentheses(part) &&
          isWordPart(run[index - 1]) &&
          isWordPart(run[index - 2]) &&
          !aggregateWords.has(run[index - 2]?.word ?? ''),
      );
  return isAggregate ? null : last;
}

/** Without the final `;` and the body; of a K&R definition, without the parameters' declarations too. */
export function withoutEnd(parts: readonly Part[], body: GroupPart | null): readonly Part[] {
  const end = body ? parts.indexOf(body) : parts.length;
  const head = parts.slice(0, end);
  while (head.at(-1)?.word === ';') head.pop();
  const parameters = head.findIndex((part, index) => index > 0 && isParentheses(part) && isWordPart(head[index - 1]));
  const hasParameterDeclarations =
    body && parameters >= 0 && parts.slice(parameters, end).some((part) => part.word === ';');
  return hasParameterDeclarations ? head.slice(0, parameters + 1) : head;
}
