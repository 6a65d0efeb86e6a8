import type { Header } from '../../model/header.ts';
import type { Tree } from '../../text/tree.ts';
import { closureOf } from '../includes/include-graph.ts';
import { includedFile } from '../includes/included-file.ts';
import { includedNames } from '../includes/included-names.ts';
import type { Placements } from '../placement.ts';
import type { TreeFacts } from '../tree-facts.ts';
import type { Uses } from './names-used.ts';
import { needsAcrossParts } from './needs.ts';

/** Tags that the header's includes and the prelude make known. Nothing is read where no part would miss one. */
export function tagsKnownFromIncludes(
  header: Header,
  tree: Tree,
  facts: TreeFacts,
  uses: Uses,
  placements: Placements,
  { shared, prelude }: { readonly shared: string; readonly prelude: string | null },
): ReadonlySet<string> {
  const tags = new Set(uses.tags.flatMap(({ assumed }) => [...assumed]));
  if (!needsAcrossParts(uses, placements, shared).some(({ name }) => tags.has(name))) return new Set();
  const { path } = header.source;
  const first = prelude === null ? null : facts.graph.resolve(path, { form: 'quote', path: prelude });
  const files = [first, ...header.items.map((item) => includedFile(header, facts, item))];
  return includedNames(tree).declaredIn(
    files.flatMap((file) => (file === null ? [] : [...closureOf(facts.graph, file, path)])),
  );
}
