import type { Annotations } from '../../parse/declarations/annotations.ts';
import { closingParenthesis } from '../../parse/tokens/parentheses.ts';
import { isPunctuator, type Token, tokenText } from '../../parse/tokens/token.ts';

/** The text with the annotations that decorate a local declaration blanked, so that offsets hold and the grammar copes. */
export function blankAnnotations(text: string, tokens: readonly Token[], annotations: Annotations): string {
  const code = tokens.filter((token) => token.kind !== 'comment');
  let blanked = '';
  let done = 0;
  code.forEach((token, at) => {
    if (token.kind !== 'identifier' || token.start < done || !annotations.known.has(tokenText(text, token))) return;
    const last = isPunctuator(text, code[at + 1], '(') ? closingParenthesis(text, code, at + 1) : at;
    const [end, next] = [code[last]?.end, code[last + 1]];
    if (end === undefined || !(next?.kind === 'identifier' || isPunctuator(text, next, '*'))) return;
    blanked += text.slice(done, token.start) + text.slice(token.start, end).replace(/[^\n]/g, ' ');
    done = end;
  });
  return blanked + text.slice(done);
}
