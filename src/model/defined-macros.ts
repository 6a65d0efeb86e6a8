import { parseDirective } from '../parse/tokens/directive.ts';
import { isKeyword } from '../parse/tokens/keywords.ts';
import type { Token } from '../parse/tokens/token.ts';
import { macroBody } from './macro-body.ts';

/** Macros that a text defines and that matter to how declarations around their calls are read. */
export type DefinedMacros = {
  /** Empty, or made of attributes and storage classes alone, so that they can decorate a declaration. */
  readonly annotations: readonly string[];
  /** A call is its argument as a type. */
  readonly types: readonly string[];
  /** A call is the braces of a type. */
  readonly bodies: readonly string[];
};

/** Reads the definitions among tokens. Keywords never count: some systems define `const` away. */
export function macrosDefinedIn(text: string, tokens: readonly Token[]): DefinedMacros {
  const defined = tokens.flatMap((token) => {
    const directive = token.kind === 'directive' ? parseDirective(text, token) : null;
    if (directive?.kind !== 'define' || isKeyword(directive.name)) return [];
    return [{ name: directive.name, body: macroBody(text, directive) }];
  });
  return {
    annotations: defined.filter(({ body }) => body.decorates?.length === 0).map(({ name }) => name),
    types: defined.filter(({ body }) => body.type?.length === 0).map(({ name }) => name),
    bodies: defined.filter(({ body }) => body.isBraces).map(({ name }) => name),
  };
}
