import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { branchPaths, firstCovered } from '../model/branch-paths.ts';
import type { Header } from '../model/header.ts';
import { tokenText } from '../parse/tokens/token.ts';
import { placeOfName } from './assign.ts';
import { functionsByName, type ItemOfHeader } from './functions-by-name.ts';

/** Where a header declares a function again in the same words: C allows it, and both go to the function's part. */
export function noteRepeatedFunctions(header: Header): readonly Diagnostic[] {
  return [...functionsByName([header])].flatMap(([name, standing]) => doubledInOneFile(name, standing).map(repetition));
}

/** That a file declares a function twice, where that may be meant. */
export function repetition({ name, copy, kept }: DoubledFunction): Diagnostic {
  const { path } = copy.header.source;
  return diagnostic(
    'prototype-repeated',
    `'${name}' is declared twice in ${path}`,
    placeOfName(copy.header, copy.item, name),
    { place: placeOfName(kept.header, kept.item, name), label: 'first here' },
  );
}

export type DoubledFunction = {
  readonly name: string;
  readonly copy: ItemOfHeader;
  readonly kept: ItemOfHeader;
  /** Why `kept` is the one to keep: it stands in the file of its part, or first in the same file; or it is any of two. */
  readonly stays: 'by its part' | 'by order' | 'by nothing';
};

/** Whether two items declare in the same words; comments do not count. */
export function areSameWords(one: ItemOfHeader, other: ItemOfHeader): boolean {
  return wordsOf(one) === wordsOf(other);
}

/** What stands twice in one file: a copy is in the same words as one before, and one condition covers the other's. */
export function doubledInOneFile(name: string, standing: readonly ItemOfHeader[]): readonly DoubledFunction[] {
  if (standing.length < 2) return [];
  const readings = new Map<Header, Map<string, ReturnType<typeof firstCovered<ItemOfHeader>>>>();
  return standing.flatMap((copy): DoubledFunction[] => {
    const inHeader = readings.get(copy.header) ?? new Map();
    readings.set(copy.header, inHeader);
    const words = wordsOf(copy);
    const firstBefore = inHeader.get(words) ?? firstCovered<ItemOfHeader>();
    inHeader.set(words, firstBefore);
    const kept = firstBefore(branchPaths(copy.header).get(copy.item) ?? [], copy);
    return kept && !isSilenced(copy.header) ? [{ name, copy, kept, stays: 'by order' }] : [];
  });
}

const silenced = new WeakMap<Header, boolean>();

/** Whether a file asks the compiler for no warning of what is declared twice. */
function isSilenced(header: Header): boolean {
  const found = silenced.get(header) ?? /^[ \t]*#[ \t]*pragma\b.*"-Wredundant-decls"/m.test(header.source.text);
  silenced.set(header, found);
  return found;
}

function wordsOf({ header, item }: ItemOfHeader): string {
  const tokens = item.tokens.filter((token) => token.kind !== 'comment');
  return tokens.map((token) => tokenText(header.source.text, token)).join(' ');
}
