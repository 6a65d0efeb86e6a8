import { lex } from '../parse/tokens/lex.ts';
import { type Token, tokenText } from '../parse/tokens/token.ts';

/** Whether each comment of a block of comments stands in one of the texts. `known`: all of theirs, if they are. */
export function commentsAmong(
  texts: readonly string[],
  known: ReadonlySet<string> | null = null,
): (block: string) => boolean {
  let present = known;
  return (block) => {
    present ??= new Set(texts.flatMap((text) => commentsIn(text)));
    const isPresent = commentsIn(block).every((comment) => present?.has(comment));
    // A comment that stands on a directive's line, or inside something, is found as plain text.
    return isPresent || texts.some((text) => text.includes(block));
  };
}

export function commentsIn(text: string, tokens: readonly Token[] = lex(text)): readonly string[] {
  return tokens.flatMap((token) => (token.kind === 'comment' ? [tokenText(text, token)] : []));
}
