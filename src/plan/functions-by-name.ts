import type { Header, Item } from '../model/header.ts';
import { functionNames } from './placement.ts';

export type ItemOfHeader = { readonly header: Header; readonly item: Item };

/** The functions that headers declare or define, each with all items that do so, in the headers' order. */
export function functionsByName(headers: Iterable<Header>): ReadonlyMap<string, readonly ItemOfHeader[]> {
  const functions = new Map<string, ItemOfHeader[]>();
  for (const header of headers) {
    for (const item of header.items) {
      for (const name of functionNames(item)) {
        const standing = functions.get(name);
        if (standing) standing.push({ header, item });
        else functions.set(name, [{ header, item }]);
      }
    }
  }
  return functions;
}
