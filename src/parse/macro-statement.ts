import type { Annotations } from './declarations/annotations.ts';
import { isDeclaratorEnd, isTypeOf } from './declarations/type-macro.ts';
import { wordOf } from './own-level.ts';
import type { State } from './scan-state.ts';
import { hasNewline, startsLine } from './tokens/code-tokens.ts';
import { conditionalWord } from './tokens/directive.ts';
import { attributeWords, beginsDeclaration, isKeyword } from './tokens/keywords.ts';
import { closingParenthesis } from './tokens/parentheses.ts';
import { isPunctuator, type Token, tokenText } from './tokens/token.ts';

/**
 * The item so far is `NAME(…)`: a macro call that may end without `;`. A lone `NAME` is not: it may decorate. Several calls
 * on end are too, unless the first can be a type and the second a function in capitals: `API(int) LOG_INIT(int level)`.
 */
export function isWholeMacro(text: string, tokens: readonly Token[], state: State, annotations: Annotations): boolean {
  const { count, first: name, second: group, isCalls } = state.level;
  if (!name || state.closers.length > 0) return false;
  const word = wordOf(text, tokens, name);
  if (tokens[name.first]?.kind !== 'identifier' || isKeyword(word) || annotations.known.has(word)) return false;
  if (group?.group !== '(') return false;
  return count === 2 || (isCalls && count % 2 === 0);
}

/**
 * Where the next code or `#define` or the like stands, conditionals passed over. Where it is no code, what stands before
 * it is a call, also of a macro that could decorate, as in a table of `__SYSCALL(…)` where that expands to nothing.
 */
export function codeOrDefinition(text: string, tokens: readonly Token[], from: number): number {
  let at = from;
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'comment') continue;
    if (token?.kind !== 'directive' || conditionalWord(text, token) === null) return at;
  }
  return at;
}

/** `NAME` on a line of its own before a `#define` or `#undef`: an expansion, of an X-macro list say. */
export function isLoneName(text: string, tokens: readonly Token[], state: State): boolean {
  const { count, first: name } = state.level;
  if (!name || count > 1 || state.closers.length > 0 || tokens[name.first]?.kind !== 'identifier') return false;
  return !isKeyword(wordOf(text, tokens, name));
}

/** `NAME` on a line of its own and a blank line behind it: what decorates a declaration stands beside it. */
export function loneNameEndsBefore(
  text: string,
  tokens: readonly Token[],
  state: State,
  at: number,
  annotations: Annotations,
): boolean {
  const name = state.level.first;
  const [before, token] = [name ? tokens[name.first] : undefined, tokens[at]];
  if (!before || !token || !isLoneName(text, tokens, state)) return false;
  if (!hasNewline(text, before.end, token.start) || annotations.known.has(tokenText(text, before))) return false;
  const between = text.slice(before.end, token.start).replaceAll(/\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g, '');
  return /\n[ \t\r\f]*\n/.test(between);
}

/**
 * Whether `NAME(…)` ends before token `at`, which stands on a later line. It does unless the call can be the beginning
 * of a declaration: a type made by a macro (`EXPORT(image_t *)`), or a body follows.
 */
export function macroCallEndsBefore(
  text: string,
  tokens: readonly Token[],
  state: State,
  at: number,
  annotations: Annotations,
): boolean {
  if (!isWholeMacro(text, tokens, state, annotations) || !startsLine(text, tokens, at)) return false;
  const token = tokens[at];
  const group = state.level.second;
  if (!token || !group) return false;
  // `[[nodiscard]]`: what an attribute of C23 starts a line with is the next declaration.
  if (isPunctuator(text, token, '[') && isPunctuator(text, tokens[at + 1], '[')) return true;
  if (token.kind !== 'identifier') return false;
  if (beginsDeclaration(tokenText(text, token))) return true;
  if (state.level.count > 2) return !isDeclaratorEnd(text, tokens, at, annotations);
  if (onlyAnnotationsBeforeSemicolon(text, tokens, at, annotations)) return false;
  return !isTypeOf(text, tokens, { name: state.level.first?.first ?? 0, close: group.last }, at, annotations);
}

/** `NAME(…)` on one line, `__attribute__((…));` on the next: the attribute still belongs to the call. */
function onlyAnnotationsBeforeSemicolon(
  text: string,
  tokens: readonly Token[],
  from: number,
  annotations: Annotations,
): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'directive') return false;
    const word = tokenText(text, token);
    if (word === ';') return true;
    if (!attributeWords.has(word) && !annotations.known.has(word)) return false;
    if (isPunctuator(text, tokens[at + 1], '(')) at = closingParenthesis(text, tokens, at + 1);
  }
  return false;
}
