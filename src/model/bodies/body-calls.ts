import { isMacroCased } from '../../parse/declarations/declarator.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { closingParenthesis } from '../../parse/tokens/parentheses.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';
import { type Span, span } from '../../text/span.ts';

/** A call, by the name before its parentheses: of a function, of a member that holds one, or of a lower-case macro. */
export type Call = { readonly name: string; readonly span: Span };

/**
 * The calls in the initialisers of a declaration. Operators that look like calls are none, nor is what they do not
 * evaluate, nor are macros in capitals and those that compute an address or a type.
 */
export function callsInInitialisers(text: string, tokens: readonly Token[]): readonly Call[] {
  const code = tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
  const equals = code.findIndex((token) => isPunctuator(text, token, '='));
  const calls: Call[] = [];
  for (let at = equals < 0 ? code.length : equals + 1; at < code.length; at++) {
    const token = code[at];
    if (token?.kind !== 'identifier' || !isPunctuator(text, code[at + 1], '(')) continue;
    const name = tokenText(text, token);
    if (UNEVALUATED.has(name)) at = closingParenthesis(text, code, at + 1);
    else if (!isKeyword(name) && !isMacroCased(name) && !PURE_MACROS.has(name)) {
      calls.push({ name, span: span(token.start, token.end) });
    }
  }
  return calls;
}

/** What looks like a call and evaluates nothing. */
export const UNEVALUATED: ReadonlySet<string> = new Set([
  'sizeof',
  '_Alignof',
  'alignof',
  '__alignof__',
  'typeof',
  '__typeof',
  '__typeof__',
  'typeof_unqual',
  'offsetof',
]);

const PURE_MACROS = new Set(['container_of', 'likely', 'unlikely', 'va_arg', 'defined']);
