import { endOfDirective } from '../../scan/directive-end.ts';
import { makeLexer } from '../../scan/lex.ts';
import type { Names } from '../../scan/names.ts';
import { emptyTokens, makeTokens, type Tokens, token } from '../../scan/tokens.ts';
import { isAggregateWord, isStatementWord, isTypeWord, isUnevaluated, isWord } from '../../scan/words.ts';
import { isPointerDeclarator } from '../facts/code-reader.ts';
import { makeConditions } from '../facts/conditions.ts';

export type WordUses = {
  /** The byte of the first place that surely asks for a declaration; null: none does. */
  readonly first: number | null;
  /** It stands where a declaration may give it a meaning. */
  readonly mayDeclare: boolean;
};

/**
 * How one word stands in a text (latin1), the bodies of macros and `#if 0` left out. What is told to a user as an error is
 * read more strictly than what gets an include: a tag alone needs no declaration, and a local of the name is no use.
 */
export function wordUses(text: string, wanted: number, names: Names): WordUses {
  const bytes = Buffer.from(text, 'latin1');
  const tokens = makeTokens();
  const lexer = makeLexer(names);
  const conditions = makeConditions();
  let first: number | null = null;
  let mayDeclare = false;
  const use = (at: number): void => {
    first ??= at;
  };
  for (let at = 0; at < bytes.length; ) {
    emptyTokens(tokens);
    at = lexer.lex(bytes, at, bytes.length, tokens, true);
    if (!conditions.isDisabled()) readCode();
    if (at >= bytes.length) break;
    const end = endOfDirective(bytes, at);
    readDirective(at, end);
    at = end;
  }
  return { first, mayDeclare };

  function readCode(): void {
    let depth = 0;
    for (let at = 1; at < tokens.count; at++) {
      const kind = tokens.kind[at];
      if (kind === token.open) depth++;
      else if (kind === token.close) depth = Math.max(0, depth - 1);
      else if (kind === token.name && tokens.name[at] === wanted) {
        const role = roleOf(tokens, at, depth);
        if (role === 'use') use(tokens.start[at] ?? 0);
        else if (role === 'declared') mayDeclare = true;
      }
    }
  }

  function readDirective(from: number, to: number): void {
    emptyTokens(tokens);
    lexer.lex(bytes, from + 1, to, tokens, false);
    if (tokens.count < 2 || tokens.kind[1] !== token.name) return;
    const word = names.wordOf(tokens.name[1] ?? 0);
    if ((word.startsWith('if') || word.startsWith('elif')) && !conditions.isDisabled())
      for (let at = 2; at < tokens.count; at++) if (tokens.name[at] === wanted) use(tokens.start[at] ?? 0);
    conditions.see(word, text.slice((tokens.start[1] ?? 0) + word.length, to));
  }
}

type Role = 'use' | 'declared' | 'neither';

function roleOf(tokens: Tokens, at: number, depth: number): Role {
  const { kind, name } = tokens;
  const [before, next] = [kind[at - 1], kind[at + 1]];
  switch (before) {
    case token.dot:
    case token.arrow:
      return 'neither';
    case token.name:
      return behindName(tokens, at, name[at - 1] ?? 0);
    case token.star:
      if (isPointerDeclarator(tokens, at)) return 'neither';
      return behindStars(tokens, at - 1);
    case token.comma: {
      const isDeclarator = next === token.semicolon || next === token.assign || next === token.openIndex;
      return depth === 0 && isDeclarator ? 'declared' : 'use';
    }
    case token.closeBrace:
      return next === token.semicolon ? 'declared' : 'use';
    default:
      return next === token.colon && before !== token.question ? 'neither' : 'use';
  }
}

function behindName({ kind, name }: Tokens, at: number, before: number): Role {
  const next = kind[at + 1];
  if (isAggregateWord(before)) {
    if (next === token.openBrace || next === token.semicolon) return 'declared';
    const isMeasured = kind[at - 2] === token.open && isUnevaluated(name[at - 3] ?? 0) && next === token.close;
    const isValue = next === token.name && kind[at + 2] !== token.open;
    return isMeasured || isValue ? 'use' : 'neither';
  }
  if (isTypeWord(before)) return 'declared';
  if (isWord(before)) return 'use';
  // `annotation Type *x` and `annotation Type x`; all else may be `Type name`.
  return next === token.name || next === token.star ? 'use' : 'declared';
}

/** `Type *name` declares it, and so may `a * name`. */
function behindStars({ kind, name }: Tokens, star: number): Role {
  let at = star;
  while (kind[at] === token.star) at--;
  return kind[at] === token.name && !isStatementWord(name[at] ?? 0) ? 'declared' : 'use';
}
