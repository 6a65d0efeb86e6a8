import type { Header, Item } from '../../model/header.ts';
import type { IncludeGraph } from './include-graph.ts';
import { includedFile } from './included-file.ts';

/**
 * Include item -> the files that it brings in and no item before it does: the guards of those keep them from coming again.
 * A file after those that include it first, each once; never the header itself.
 */
export function filesBrought(
  { source }: Header,
  facts: { readonly graph: IncludeGraph },
  items: readonly Item[],
): ReadonlyMap<Item, readonly string[]> {
  const read = new Set([source.path]);
  const brought = new Map<Item, readonly string[]>();
  for (const item of items) {
    const file = includedFile({ source }, facts, item);
    if (file === null || read.has(file)) continue;
    read.add(file);
    const files = [file];
    for (const one of files) {
      for (const next of facts.graph.includesOf(one)) {
        if (read.has(next)) continue;
        read.add(next);
        files.push(next);
      }
    }
    brought.set(item, files);
  }
  return brought;
}
