import { bracketNamesIn } from '../../parse/brackets/bracket-marks.ts';
import { loneCallAt } from '../../parse/macro-call.ts';
import { previousCode, startsLine } from '../../parse/tokens/code-tokens.ts';
import { isKeyword } from '../../parse/tokens/keywords.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';

/**
 * The macros of a text that have a line for themselves, with their arguments: call -> name, each once, in order. What is
 * indented within braces stands in a function or a type.
 */
export function loneCalls(text: string, tokens: readonly Token[]): ReadonlyMap<string, string> {
  const calls = new Map<string, string>();
  let depth = 0;
  tokens.forEach((token, at) => {
    if (isPunctuator(text, token, '{') && tokens[at - 1]?.kind !== 'string') depth++;
    if (isPunctuator(text, token, '}')) depth = Math.max(0, depth - 1);
    const isInside = depth > 0 && text[token.start - 1] !== '\n';
    if (token.kind !== 'identifier' || isInside || !startsItem(text, tokens, at)) return;
    const name = tokenText(text, token);
    const call = isKeyword(name) || common.words.has(name) ? null : loneCallAt(text, tokens, at);
    if (call) calls.set(call.spelling, name);
  });
  return calls;
}

/** What every text may have need not be looked up. */
const common = bracketNamesIn('', [], []);

function startsItem(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[previousCode(tokens, at)];
  return startsLine(text, tokens, at) || isPunctuator(text, before, ';') || isPunctuator(text, before, '}');
}
