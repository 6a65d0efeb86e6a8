import { attributeWords } from '../tokens/keywords.ts';
import { isParentheses, isWordPart, type Part } from '../tokens/token-groups.ts';
import type { Annotations } from './annotations.ts';
import { isNestedDeclarator } from './nested-declarator.ts';

/** Attributes, C23 `[[…]]`, labels by `asm`, and the known annotations with their arguments, taken out at this level. */
export function withoutAnnotations(parts: readonly Part[], annotations: Annotations): readonly Part[] {
  const kept: Part[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) break;
    if (part.kind === 'group' && part.word === '[' && part.inner[0]?.word === '[') continue;
    if (part.kind === 'group' && part.word === '(') {
      kept.push({ ...part, inner: withoutAnnotations(part.inner, annotations) });
      continue;
    }
    const decorates =
      isWordPart(part) &&
      (attributeWords.has(part.word) || (annotations.known.has(part.word) && canDecorate(parts, at)));
    if (!decorates) {
      kept.push(part);
      continue;
    }
    if (parts[at + 1]?.word === 'volatile' || parts[at + 1]?.word === '__volatile__') at++;
    if (isParentheses(parts[at + 1]) && !isNestedDeclarator(parts, at + 1)) at++;
  }
  return kept;
}

/** A known annotation that is the last word before `;` and the only name there is declared, not decorating. */
function canDecorate(parts: readonly Part[], at: number): boolean {
  return parts.length > 1 && !(at === 0 && parts.length === 2 && isParentheses(parts[1]));
}
