import { isMacroCased } from './declarations/declarator.ts';
import { aggregateWords, attributeWords, isKeyword, typeWords } from './tokens/keywords.ts';
import { isPunctuator, type Token, tokenText } from './tokens/token.ts';

/** A token at the item's own level, or a bracketed run of tokens there. */
export type Flat = { readonly first: number; readonly last: number; readonly group: string | null };

/**
 * What stands at an item's own level so far, as much of it as decides where the item ends: an item may be as long as its
 * file, and each of its tokens makes a new one of these.
 */
export type OwnLevel = {
  readonly count: number;
  readonly first: Flat | null;
  readonly second: Flat | null;
  /** It is nothing but `NAME(…) NAME(…)` so far, the names those of macros, and the first call can hardly be a type. */
  readonly isCalls: boolean;
  /** An `=` was there. */
  readonly isInitialized: boolean;
  /** What an opening brace would be, from what follows the last `struct`, `union` or `enum`; null where there is none. */
  readonly aggregate: AggregateHead | null;
  /** The position of the first parenthesised list of bare names, which an old definition has; null without one. */
  readonly nameList: number | null;
};

type AggregateHead = 'body' | 'aggregate' | { readonly names: number };

export const emptyLevel: OwnLevel = {
  count: 0,
  first: null,
  second: null,
  isCalls: true,
  isInitialized: false,
  aggregate: null,
  nameList: null,
};

export function addToLevel(text: string, tokens: readonly Token[], level: OwnLevel, part: Flat): OwnLevel {
  const word = wordOf(text, tokens, part);
  const isNameList = level.nameList === null && part.group === '(' && holdsNames(text, tokens, part);
  return {
    count: level.count + 1,
    first: level.first ?? part,
    second: level.count === 1 ? part : level.second,
    isCalls: level.isCalls && continuesCalls(text, tokens, level, part),
    isInitialized: level.isInitialized || word === '=',
    aggregate: aggregateWords.has(word) ? { names: 0 } : aggregateBehind(level.aggregate, word, part),
    nameList: isNameList ? level.count : level.nameList,
  };
}

function continuesCalls(text: string, tokens: readonly Token[], { count }: OwnLevel, part: Flat): boolean {
  if (count % 2 === 0) return isMacroName(wordOf(text, tokens, part));
  return part.group === '(' && (count > 1 || !isPlainType(text, tokens.slice(part.first + 1, part.last)));
}

function isMacroName(word: string): boolean {
  return /^[A-Za-z_]/.test(word) && isMacroCased(word) && !isKeyword(word);
}

/** `int`, `image_t *` */
function isPlainType(text: string, tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind !== 'comment').map((token) => tokenText(text, token));
  return words.at(-1) === '*' || words.some((word) => typeWords.has(word));
}

/** What a brace that opens at this level begins. */
export function braceRole({ isInitialized, aggregate }: OwnLevel): 'body' | 'aggregate' | 'initializer' {
  if (isInitialized) return 'initializer';
  return aggregate === null || aggregate === 'body' ? 'body' : 'aggregate';
}

/** The text of a part that is one token; empty for a bracketed run. */
export function wordOf(text: string, tokens: readonly Token[], part: Flat): string {
  const token = tokens[part.first];
  return part.group === null && token ? tokenText(text, token) : '';
}

function aggregateBehind(aggregate: AggregateHead | null, word: string, { group }: Flat): AggregateHead | null {
  if (aggregate === null || typeof aggregate === 'string') return aggregate;
  if (word === '*') return 'body';
  if (word === ':') return 'aggregate';
  if (group === '(') return aggregate.names >= 2 ? 'body' : { names: 0 };
  return group === null && !attributeWords.has(word) ? { names: aggregate.names + 1 } : aggregate;
}

function holdsNames(text: string, tokens: readonly Token[], group: Flat): boolean {
  const inner = tokens.slice(group.first + 1, group.last).filter((token) => token.kind !== 'comment');
  if (inner.length % 2 === 0) return false;
  return inner.every((token, index) =>
    index % 2 === 0
      ? token.kind === 'identifier' && !isKeyword(tokenText(text, token))
      : isPunctuator(text, token, ','),
  );
}
