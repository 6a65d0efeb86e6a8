import { parseDirective } from '../../parse/tokens/directive.ts';
import { type Token, tokenText } from '../../parse/tokens/token.ts';
import { tokensOf } from '../../parse/tokens/tokens-of.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';

/** The tokens of a file, or of one macro's body, without comments and directives. */
export type CodeTokens = {
  readonly source: SourceText;
  /** Whose body it is; null: a file. */
  readonly macro: string | null;
  readonly parameters: readonly string[];
  readonly count: number;
  /** Empty beyond the last. */
  readonly word: (at: number) => string;
  readonly isName: (at: number) => boolean;
  readonly span: (at: number) => Span;
  /** Where the bracket that opens at `at` closes; the count where it does not. */
  readonly closing: (at: number) => number;
};

export function codeTokens(source: SourceText): CodeTokens {
  return made(
    source,
    tokensOf(source).filter(({ kind }) => kind !== 'comment' && kind !== 'directive'),
    null,
  );
}

/** What each `#define` of a file stands for. */
export function macroBodies(source: SourceText): readonly CodeTokens[] {
  return tokensOf(source).flatMap((token) => {
    if (token.kind !== 'directive' || !source.text.slice(token.start, token.end).includes('define')) return [];
    const directive = parseDirective(source.text, token);
    return directive.kind === 'define'
      ? [made(source, directive.body, directive.name, directive.parameters ?? [])]
      : [];
  });
}

function made(
  source: SourceText,
  tokens: readonly Token[],
  macro: string | null,
  parameters: readonly string[] = [],
): CodeTokens {
  const { text } = source;
  const word = (at: number): string => {
    const token = tokens[at];
    return token ? tokenText(text, token) : '';
  };
  let closings: Int32Array | null = null;
  return {
    source,
    macro,
    parameters,
    count: tokens.length,
    word,
    isName: (at) => tokens[at]?.kind === 'identifier',
    span: (at) => tokens[at] ?? { start: text.length, end: text.length },
    closing: (at) => {
      closings ??= closingBrackets(tokens.length, word);
      return closings[at] ?? tokens.length;
    },
  };
}

function closingBrackets(count: number, word: (at: number) => string): Int32Array {
  const closings = new Int32Array(count).fill(count);
  const open: number[] = [];
  for (let at = 0; at < count; at++) {
    const mark = word(at);
    if (mark === '(' || mark === '[' || mark === '{') open.push(at);
    else if (mark === ')' || mark === ']' || mark === '}') {
      const begin = open.pop();
      if (begin !== undefined) closings[begin] = at;
    }
  }
  return closings;
}
