import type { SourceText } from '../../text/source-text.ts';
import { lex } from './lex.ts';
import type { Token } from './token.ts';

/** A source is checked, read for its brackets, and parsed. */
const known = new WeakMap<SourceText, readonly Token[]>();

/** The tokens of a source, which are made once. */
export function tokensOf(source: SourceText): readonly Token[] {
  const tokens = known.get(source) ?? lex(source.text);
  known.set(source, tokens);
  return tokens;
}
