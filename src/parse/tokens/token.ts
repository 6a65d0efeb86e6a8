/**
 * A preprocessing token (C17 6.4) with comments kept and each directive one token. Offsets are bytes.
 * `directive` runs from its `#` to the end of its logical line, a comment that begins on it included.
 */
export type Token = { readonly kind: TokenKind; readonly start: number; readonly end: number };

export type TokenKind = 'identifier' | 'number' | 'string' | 'character' | 'punctuator' | 'comment' | 'directive';

export function tokenText(text: string, token: Token): string {
  return text.slice(token.start, token.end);
}

export function isPunctuator(text: string, token: Token | undefined, punctuator: string): boolean {
  return (
    token?.kind === 'punctuator' &&
    text.startsWith(punctuator, token.start) &&
    token.end - token.start === punctuator.length
  );
}
