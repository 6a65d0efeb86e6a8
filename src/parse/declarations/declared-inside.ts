import { aggregateWords } from '../tokens/keywords.ts';
import { type GroupPart, isParentheses, isWordPart, type Part, splitAtCommas } from '../tokens/token-groups.ts';
import { readAggregate } from './aggregate.ts';
import { type DeclaredName, nameOfPart } from './declared-name.ts';

/** Tags and enumerators at any depth outside function bodies: C has no scope for them. */
export function namesInside(parts: readonly Part[]): readonly DeclaredName[] {
  const names: DeclaredName[] = [];
  parts.forEach((part, index) => {
    if (part.kind !== 'group') {
      if (aggregateWords.has(part.word)) {
        const aggregate = readAggregate(parts, index + 1);
        const body = parts[aggregate.end - 1];
        if (body?.kind === 'group' && body.word === '{') {
          if (aggregate.tag) names.push(nameOfPart(aggregate.tag));
          if (part.word === 'enum') for (const enumerator of enumeratorsOf(body)) names.push(enumerator);
        }
      }
      return;
    }
    const before = parts[index - 1];
    if (part.word === '{' && before && !isParentheses(before))
      for (const name of namesInside(part.inner)) names.push(name);
  });
  return names;
}

function enumeratorsOf(body: GroupPart): readonly DeclaredName[] {
  return splitAtCommas(body.inner).flatMap((parts) => (isWordPart(parts[0]) ? [nameOfPart(parts[0])] : []));
}
