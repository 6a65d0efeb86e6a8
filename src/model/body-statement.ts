import { beginsDeclaration, statementWords } from '../parse/keywords.ts';
import { isPunctuator, type Token, tokenText } from '../parse/token.ts';
import { closingParenthesis } from './body-parentheses.ts';

/**
 * What a statement of a body plainly is by its first tokens; null where only the grammar can tell. `a * b;` counts as a
 * declaration: nobody multiplies for nothing.
 */
export function plainKind(text: string, tokens: readonly Token[]): 'declaration' | 'statement' | null {
  const code = tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
  const [first, second] = code;
  if (!first) return null;
  const word = tokenText(text, first);
  if (beginsDeclaration(word)) return 'declaration';
  if (statementWords.has(word) || assemblyWords.has(word) || first.kind !== 'identifier') return 'statement';
  if (!second) return null;
  if (second.kind === 'identifier') return 'declaration';
  const next = tokenText(text, second);
  if (next === '*') return isPointerDeclarator(text, code) ? 'declaration' : null;
  if (next === '(') return afterCall(text, code);
  return next === ':' ? null : 'statement';
}

const assemblyWords: ReadonlySet<string> = new Set(['asm', '__asm', '__asm__']);

/** `f(…);`, `f(…)->x = …`, `FOREACH(…) {`: only a name behind the parentheses can make it a declaration. */
function afterCall(text: string, code: readonly Token[]): 'statement' | null {
  const after = code[closingParenthesis(text, code, 1) + 1];
  return after === undefined ||
    after.kind === 'identifier' ||
    isPunctuator(text, after, '*') ||
    isPunctuator(text, after, '(')
    ? null
    : 'statement';
}

/** `T *name` or `T **name`, and the declarator or the statement ends there or goes on as a declarator does. */
function isPointerDeclarator(text: string, code: readonly Token[]): boolean {
  const end = code.findIndex((token, at) => at > 0 && tokenText(text, token) !== '*');
  const [name, after] = code.slice(end, end + 2);
  return name?.kind === 'identifier' && after !== undefined && [';', ',', '=', '['].includes(tokenText(text, after));
}
