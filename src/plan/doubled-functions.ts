import { type Diagnostic, diagnostic, withNext } from '../diagnostics/diagnostic.ts';
import { branchPaths, isWithin } from '../model/branch-paths.ts';
import type { Header } from '../model/header.ts';
import { tokenText } from '../parse/tokens/token.ts';
import { placeOfName } from './assign.ts';
import { functionsByName, type ItemOfHeader } from './functions-by-name.ts';

/** A whole header declares no function twice in the same words where one condition covers the other. */
export function checkDoubledInHeader(header: Header): readonly Diagnostic[] {
  const { path } = header.source;
  return [...functionsByName([header])].flatMap(([name, standing]) =>
    doubledInOneFile(name, standing).map(({ copy, kept }) => {
      const first = { place: placeOfName(header, kept.item, name), label: 'first here' };
      const message = `'${name}' is declared twice in ${path}`;
      const found = diagnostic('prototype-doubled', message, placeOfName(header, copy.item, name), first);
      return withNext(found, 'Remove one of the two from the header, then split it.');
    }),
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

/** What stands twice in one file. */
export function doubledInOneFile(name: string, standing: readonly ItemOfHeader[]): readonly DoubledFunction[] {
  return standing.flatMap((copy, at) => {
    const kept = standing.slice(0, at).find((one) => isCopy(one, copy));
    return kept && !silencing.test(copy.header.source.text) ? [{ name, copy, kept, stays: 'by order' }] : [];
  });
}

function isCopy(one: ItemOfHeader, other: ItemOfHeader): boolean {
  if (one.header !== other.header || !areSameWords(one, other)) return false;
  const paths = branchPaths(one.header);
  const [first, second] = [paths.get(one.item) ?? [], paths.get(other.item) ?? []];
  return isWithin(first, second) || isWithin(second, first);
}

const silencing = /^[ \t]*#[ \t]*pragma\b.*"-Wredundant-decls"/m;

function wordsOf({ header, item }: ItemOfHeader): string {
  const tokens = item.tokens.filter((token) => token.kind !== 'comment');
  return tokens.map((token) => tokenText(header.source.text, token)).join(' ');
}
