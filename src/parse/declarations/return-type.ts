import { qualifierWords, storageWords } from '../tokens/keywords.ts';
import { lex } from '../tokens/lex.ts';
import { type Token, tokenText } from '../tokens/token.ts';
import { collapse, isParentheses, isWordPart, type Part, splitAtCommas } from '../tokens/token-groups.ts';
import { type Annotations, commonAnnotations } from './annotations.ts';
import { withoutAnnotations } from './blank-annotations.ts';
import { bodyOf, withoutEnd } from './declaration-end.ts';
import { parseDeclarator } from './declarator.ts';
import { readSpecifiers } from './specifiers.ts';

/**
 * The types that the functions of a declaration return, by name, spelt in one way: `const char *`, `void (*)(int)`.
 * Storage classes and annotations are left out, and functions that are not declared in a way that is understood.
 */
export function returnTypesOf(
  text: string,
  tokens: readonly Token[],
  annotations: Annotations = commonAnnotations,
): ReadonlyMap<string, string> {
  const all = collapse(text, tokens);
  const parts = withoutAnnotations(withoutEnd(all, bodyOf(all)), annotations);
  const { end, unknown } = readSpecifiers(parts);
  const specifiers = withoutUnknown(parts.slice(0, end), new Set(unknown)).flatMap(wordsOf);
  const types = new Map<string, string>();
  for (const declarator of splitAtCommas(parts.slice(end))) {
    const name = parseDeclarator(declarator)?.name.word;
    if (name === undefined || types.has(name)) continue;
    const words = [...specifiers, ...withoutFunction(declarator, name)];
    if (words.length > 0) types.set(name, spell(words));
  }
  return types;
}

/** A type as the user wrote it, spelt as `returnTypesOf` does. */
export function spellType(type: string): string {
  return spell(lex(type).map((token) => tokenText(type, token)));
}

function withoutUnknown(parts: readonly Part[], unknown: ReadonlySet<string>): readonly Part[] {
  return parts.filter((part, at) => {
    const before = parts[at - 1];
    if (isWordPart(part)) return !storageWords.has(part.word) && !unknown.has(part.word);
    return part.token.kind !== 'string' && !(isParentheses(part) && before !== undefined && unknown.has(before.word));
  });
}

/** What a declarator adds to the type: all but the name, its parameters, and parentheses around the name alone. */
function withoutFunction(declarator: readonly Part[], name: string): readonly string[] {
  const at = declarator.findIndex((part) => part.word === name);
  const pointer = (part: Part): boolean => part.word === '*' || part.word === '^' || qualifierWords.has(part.word);
  if (at >= 0) return declarator.slice(0, at).filter(pointer).flatMap(wordsOf);
  const nested = declarator.findIndex(isParentheses);
  const group = declarator[nested];
  if (!isParentheses(group)) return [];
  const before = declarator.slice(0, nested).filter(pointer).flatMap(wordsOf);
  const inside = withoutFunction(group.inner, name);
  const isDecoration = inside.length === 0;
  return isDecoration ? before : [...before, '(', ...inside, ')', ...declarator.slice(nested + 1).flatMap(wordsOf)];
}

function wordsOf(part: Part): readonly string[] {
  if (part.kind !== 'group') return [part.word];
  return [part.word, ...part.inner.flatMap(wordsOf), part.word === '(' ? ')' : part.word === '[' ? ']' : '}'];
}

function spell(words: readonly string[]): string {
  const spaced = words.map((word, at) => {
    const last = words[at - 1]?.at(-1) ?? '';
    const isTight = last === '' || last === '*' || last === '(' || last === '[' || /^[)\],]$/.test(word);
    const isCall = word === '(' && (last === ')' || /[A-Z_]/.test(last));
    return isTight || isCall || word === '[' ? word : ` ${word}`;
  });
  return spaced.join('');
}
