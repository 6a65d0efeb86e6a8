import type { Token } from '../tokens/token.ts';
import type { WordPart } from '../tokens/token-groups.ts';

/** A name that a declaration gives to something, with the token that says it. */
export type DeclaredName = { readonly name: string; readonly token: Token };

export function nameOfPart(part: WordPart): DeclaredName {
  return { name: part.word, token: part.token };
}
