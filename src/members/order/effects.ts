import { isKeyword } from '../../parse/tokens/keywords.ts';
import type { CodeTokens } from './code-tokens.ts';
import type { MacroLookup } from './macro-lookup.ts';

/**
 * Whether a value calls a function, counts or assigns: gcc computes such values in the order of the members. Calls that macros
 * make are not looked at.
 */
export function hasEffect(code: CodeTokens, from: number, to: number, macrosNamed: MacroLookup): boolean {
  for (let at = from; at < to; at++) {
    const [word, next] = [code.word(at), code.word(at + 1)];
    if (word === '{') return false;
    const isTwice = (word === '+' || word === '-') && next === word && code.span(at).end === code.span(at + 1).start;
    const isAssigned = word === '=' && next !== '=' && !/^[=!<>]$/.test(code.word(at - 1));
    if (isTwice || isAssigned) return true;
    if (!code.isName(at) || next !== '(' || isKeyword(word) || /^(?:offsetof|__builtin_\w+)$/.test(word)) continue;
    if (macrosNamed(word).length === 0) return true;
  }
  return false;
}
