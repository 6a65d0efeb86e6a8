import { aggregateWords } from '../parse/tokens/keywords.ts';
import { lex } from '../parse/tokens/lex.ts';
import { type Token, tokenText } from '../parse/tokens/token.ts';
import type { Item } from './header.ts';

/** The tags (`struct x`) that an item mentions, by the scope that the mention gives them (C17 6.2.1). */
export type TagMentions = {
  /** Outside parentheses: known from there to the end of the file. */
  readonly introduced: ReadonlySet<string>;
  /** Inside parentheses only: a tag that is not known yet would be known to that parameter list alone. */
  readonly assumed: ReadonlySet<string>;
};

/** @param made By the offset of a macro's name, what the call becomes: `STACK_OF(x)` is `struct stack_of_x`. */
export function tagMentions(
  text: string,
  item: Item,
  made: ReadonlyMap<number, readonly string[]> = new Map(),
): TagMentions {
  if (item.content.kind !== 'declaration') return NONE;
  const introduced = new Set<string>();
  const assumed = new Set<string>();
  const code = item.tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
  let depth = 0;
  code.forEach((token, at) => {
    const word = tokenText(text, token);
    if (word === '(') depth++;
    if (word === ')') depth--;
    const tag = aggregateWords.has(word) ? tagAfter(code, at) : null;
    const tags = [
      ...(tag ? [tokenText(text, tag)] : []),
      ...(made.get(token.start) ?? []).flatMap(tagsOutsideParentheses),
    ];
    for (const name of tags) (depth === 0 ? introduced : assumed).add(name);
  });
  for (const tag of introduced) assumed.delete(tag);
  if (introduced.size + assumed.size === 0) return NONE;
  return {
    introduced: introduced.size === 0 ? NONE.introduced : introduced,
    assumed: assumed.size === 0 ? NONE.assumed : assumed,
  };
}

const NONE: TagMentions = { introduced: new Set(), assumed: new Set() };

/** What a call makes stands among its parentheses as it stands itself. */
function tagsOutsideParentheses(text: string): readonly string[] {
  let depth = 0;
  const code = lex(text);
  return code.flatMap((token, at) => {
    const word = tokenText(text, token);
    if (word === '(') depth++;
    if (word === ')') depth--;
    const tag = depth === 0 && aggregateWords.has(word) ? tagAfter(code, at) : null;
    return tag ? [tokenText(text, tag)] : [];
  });
}

/** Behind `struct`; an attribute between the two is not looked through. */
function tagAfter(code: readonly Token[], at: number): Token | null {
  const next = code[at + 1];
  return next?.kind === 'identifier' ? next : null;
}
