import { functionOfSymbol, REFERENCE, type SymbolDigests } from './symbol-digests.ts';

export type ChangedSymbol = { readonly symbol: string; readonly how: 'changed' | 'gone' | 'new' };

/**
 * The symbols that differ, in the order of their names. A reference that comes or goes with other code is part of that: an
 * assertion refers to what it asks.
 */
export function changedSymbols(before: SymbolDigests, after: SymbolDigests): readonly ChangedSymbol[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changed = names.flatMap((symbol): ChangedSymbol[] => {
    const [was, now] = [before.get(symbol), after.get(symbol)];
    if (was === now) return [];
    return [{ symbol, how: was === undefined ? 'new' : now === undefined ? 'gone' : 'changed' }];
  });
  const code = changed.filter(({ symbol, how }) => how === 'changed' || !symbol.startsWith(REFERENCE));
  return code.length > 0 ? code : changed;
}

/** The functions and variables of the source that the symbols come from, each once. */
export function sourceNames(changed: readonly ChangedSymbol[]): readonly string[] {
  return [...new Set(changed.map(({ symbol }) => functionOfSymbol(symbol)))];
}
