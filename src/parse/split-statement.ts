import type { Annotations } from './declarations/annotations.ts';
import type { Declaration } from './declarations/declaration.ts';
import { MOST_READINGS, parseItemDeclaration } from './item-variants.ts';
import type { Directive } from './tokens/directive.ts';
import { type Token, tokenText } from './tokens/token.ts';

/** The last item of a branch, which has no end there. */
export type Unfinished = { readonly tokens: readonly Token[]; readonly isOtherLanguage: boolean };

/**
 * Whether text that a conditional group begins goes on below it. It does not where what stands below is a declaration by
 * itself and would not be one any more behind that text, as behind assembly or a linker script.
 */
export function goesOnBelow(
  text: string,
  unfinished: readonly Unfinished[],
  below: readonly Token[],
  annotations: Annotations,
): boolean {
  const alone = parseItemDeclaration(text, below, annotations);
  if (!isDeclaration(alone)) return true;
  return unfinished.slice(0, MOST_READINGS).every(({ tokens }) => {
    const joined = parseItemDeclaration(text, [...tokens, ...below], annotations);
    const names = new Set(joined.functions.map(({ name }) => name));
    return joined.kind !== 'opaque' && alone.functions.every(({ name }) => names.has(name));
  });
}

function isDeclaration({ kind }: Declaration): boolean {
  return kind !== 'opaque' && kind !== 'macro-call' && kind !== 'empty' && kind !== 'assembly';
}

/** For each branch of a group, whether no C compiler reads it: `#ifdef __ASSEMBLER__`, the `#else` of an `#ifndef`. */
export function branchesOfOtherLanguages(text: string, directives: readonly Directive[]): readonly boolean[] {
  let isElseOther = false;
  return directives.map((directive) => {
    if (directive.kind === 'else') return isElseOther;
    const asks = asksForOtherLanguage(text, directive);
    isElseOther ||= asks === false;
    return asks === true;
  });
}

/** Whether a text without end cannot be the beginning of a declaration, by its first token. */
export function isNotC(text: string, tokens: readonly Token[]): boolean {
  const first = tokens.find(({ kind }) => kind !== 'comment' && kind !== 'directive');
  if (!first || first.kind === 'identifier') return false;
  return first.kind !== 'punctuator' || !'{}()[]*:'.includes(text[first.start] ?? '.');
}

/** Whether a condition holds only for another language (true) or only for C (false); null: neither is said. */
function asksForOtherLanguage(text: string, directive: Directive): boolean | null {
  if (directive.kind !== 'if' && directive.kind !== 'elif') return null;
  const words = directive.condition
    .map((token) => tokenText(text, token))
    .filter((word) => word !== '(' && word !== ')');
  if (words.includes('&&') || words.includes('||') || words.includes('&') || words.includes('|')) return null;
  const name = words.at(-1) ?? '';
  if (!OTHER_LANGUAGE.test(name)) return null;
  return directive.word !== 'ifndef' && directive.word !== 'elifndef' && !words.includes('!');
}

/** Macros that assemblers, linkers, Fortran and resource compilers, and builds for them, define. */
const OTHER_LANGUAGE =
  /^_*(?:ASSEMBLER|ASSEMBLY|ASM|LOCORE|ASMLANGUAGE|LANGUAGE_ASSEMBLY|LINKER|LINKER_SCRIPT|LDSCRIPT|LD_SCRIPT|FORTRAN|LANGUAGE_FORTRAN|RC_INVOKED|IDL|MIDL|AWK|DTS)_*$/;
