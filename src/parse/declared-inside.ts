import { readAggregate } from './aggregate.ts';
import { type DeclaredName, nameOfPart } from './declared-name.ts';
import { aggregateWords } from './keywords.ts';
import { type GroupPart, isParentheses, isWordPart, type Part, splitAtCommas } from './parts.ts';

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
          if (part.word === 'enum') names.push(...enumeratorsOf(body));
        }
      }
      return;
    }
    const before = parts[index - 1];
    if (part.word === '{' && before && !isParentheses(before)) names.push(...namesInside(part.inner));
  });
  return names;
}

function enumeratorsOf(body: GroupPart): readonly DeclaredName[] {
  return splitAtCommas(body.inner).flatMap((parts) => (isWordPart(parts[0]) ? [nameOfPart(parts[0])] : []));
}
