import { lex } from '../parse/tokens/lex.ts';
import { tokenText } from '../parse/tokens/token.ts';

/** Whether each comment of a block of comments stands in one of the texts. */
export function commentsAmong(texts: readonly string[]): (block: string) => boolean {
  let present: ReadonlySet<string> | null = null;
  return (block) => {
    present ??= new Set(texts.flatMap(commentsIn));
    const isPresent = commentsIn(block).every((comment) => present?.has(comment));
    // A comment that stands on a directive's line, or inside something, is found as plain text.
    return isPresent || texts.some((text) => text.includes(block));
  };
}

function commentsIn(text: string): readonly string[] {
  return lex(text).flatMap((token) => (token.kind === 'comment' ? [tokenText(text, token)] : []));
}
