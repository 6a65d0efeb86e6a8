import { type Token, tokenText } from './token.ts';

/** A token at the item's own level, or a bracketed run of tokens there. */
export type Flat = { readonly first: number; readonly last: number; readonly group: string | null };

export function wordOf(text: string, tokens: readonly Token[], part: Flat): string {
  const token = tokens[part.first];
  return part.group === null && token ? tokenText(text, token) : '';
}
