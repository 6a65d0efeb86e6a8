import type { Annotations } from '../../parse/declarations/annotations.ts';
import { withoutAnnotations } from '../../parse/declarations/blank-annotations.ts';
import { assemblyWords, assertWords } from '../../parse/tokens/keywords.ts';
import type { Token } from '../../parse/tokens/token.ts';
import { collapse, isParentheses, isWordPart, type Part } from '../../parse/tokens/token-groups.ts';
import { isDeclarationMacro } from './body-declaration-macro.ts';
import type { FileMacros } from './file-macros.ts';
import { areDeclarators } from './local-declarator.ts';
import { readLocalSpecifiers } from './local-specifiers.ts';
import { isAggregate, isReserved, isStatement, onlyDeclares } from './local-words.ts';
import { isLineBetween } from './part-lines.ts';

/** What tells a declaration in a function's body from a statement. */
export type BodyVocabulary = {
  readonly annotations: Annotations;
  /** The manifest's, beyond the built-in ones. */
  readonly declarationMacros: readonly string[];
  /** Of the file that holds the body. */
  readonly macros: FileMacros;
};

/**
 * Whether tokens are one declaration of a function's body beyond doubt, by their shape. What could as well be a call, or
 * a macro and the statement that it governs, is none: `MARKER work(a);`, `unless (a) count = 7;`. `open`: a macro that
 * counts as a declaration, and that no `;` ends; something must follow. Comments and directives do not count.
 */
export function readLocalDeclaration(
  text: string,
  tokens: readonly Token[],
  vocabulary: BodyVocabulary,
): 'whole' | 'open' | null {
  const all = collapse(text, tokens);
  if (all[0] !== undefined && assemblyWords.has(all[0].word)) return null;
  const parts = withoutEmptyMacros(withoutAnnotations(all, vocabulary.annotations), vocabulary);
  const macro = declarationMacroEnd(parts, vocabulary);
  if (macro === parts.length || holdsDeclaration(text, parts, vocabulary)) return 'open';
  const end = parts.at(-1)?.word === ';' ? parts.length - 1 : parts.length;
  const bare = parts.slice(0, end);
  if (bare.length === 0 || bare.some(({ word }) => word === ';')) return null;
  if (macro !== null && isMacroDeclaration(text, bare, macro)) return end < parts.length ? 'whole' : null;
  const isDefinition = bare.at(-1)?.word === '{' && !bare.some(({ word }) => word === '=');
  if (isDefinition && !endsAggregate(bare)) return declares(text, bare.slice(0, -1), true, vocabulary) ? 'whole' : null;
  return end < parts.length && declares(text, bare, false, vocabulary) ? 'whole' : null;
}

/** Past a leading macro that counts as a declaration, its arguments included; null when none leads. */
function declarationMacroEnd(parts: readonly Part[], { declarationMacros }: BodyVocabulary): number | null {
  const [name, group] = parts;
  if (!isWordPart(name)) return null;
  if (isParentheses(group)) return isDeclarationMacro(name.word, declarationMacros) ? 2 : null;
  return declarationMacros.includes(name.word) && (group === undefined || group.word === ';') ? 1 : null;
}

/** `IF_FEATURE(int a;)`: a macro that makes a declaration or nothing of what it is given. */
function holdsDeclaration(
  text: string,
  [name, group, ...others]: readonly Part[],
  vocabulary: BodyVocabulary,
): boolean {
  if (!isWordPart(name) || isReserved(name.word) || !isParentheses(group) || others.length > 0) return false;
  const { inner } = group;
  const end = inner.length - 1;
  const isOne = inner.findIndex(({ word }) => word === ';') === end && end > 0;
  return isOne && declares(text, inner.slice(0, end), false, vocabulary);
}

/** `LIST_HEAD(pending)` alone, or with a name or an initialiser on the same line. */
function isMacroDeclaration(text: string, bare: readonly Part[], end: number): boolean {
  const next = bare[end];
  if (next === undefined || next.word === '=') return true;
  return !isLineBetween(text, bare[end - 1], next) && areDeclarators(text, bare.slice(end), 'typed');
}

/** Whether the braces at the end are a type's: of `struct tag { … }`, not of a function that returns one. */
function endsAggregate(bare: readonly Part[]): boolean {
  const at = bare.findLastIndex(({ word }) => isAggregate(word));
  return at >= 0 && bare.slice(at + 1, -1).every((part) => isWordPart(part) || part.word === ':');
}

function declares(text: string, parts: readonly Part[], isFunction: boolean, vocabulary: BodyVocabulary): boolean {
  const [first, second] = parts;
  if (!isWordPart(first) || isStatement(first.word)) return false;
  if (first.word === '__label__') return !isFunction && isWordPart(second);
  if (assertWords.has(first.word)) return !isFunction && isParentheses(second) && parts.length === 2;
  const specifiers = readLocalSpecifiers(text, parts, vocabulary.macros);
  if (specifiers === null) return false;
  const declarators = parts.slice(specifiers.end);
  if (declarators.length === 0) return !isFunction && specifiers.hasAggregate;
  if (isFunction && !isParentheses(declarators.at(-1))) return false;
  return areDeclarators(text, declarators, specifiers.certainty);
}

/** A macro that the file defines as nothing says nothing of what follows it. */
function withoutEmptyMacros(parts: readonly Part[], { macros }: BodyVocabulary): readonly Part[] {
  const at = parts.findIndex((part) => !isWordPart(part) || onlyDeclares(part.word) || macros(part.word) !== 'empty');
  return at <= 0 ? parts : parts.slice(at);
}
