import type { Header } from '../model/header.ts';
import type { Tree } from '../text/tree.ts';
import { includeGraph } from './include-graph.ts';
import { type KnownMacros, lookUpMacros } from './known-macros.ts';
import { includeDirsFrom, mentionsOf } from './spellings.ts';

/** Identifiers that stand where only an annotation can, in the header's order. */
export function unknownAnnotations(header: Header): readonly string[] {
  return [
    ...new Set(
      header.items.flatMap((item) =>
        item.content.kind === 'declaration' ? item.content.declaration.unknownAnnotations : [],
      ),
    ),
  ];
}

/** For `init`: those of them that no file reachable by include defines as an annotation. */
export function unseenAnnotations(header: Header, tree: Tree): readonly string[] {
  const names = unknownAnnotations(header);
  if (names.length === 0) return [];
  const { path } = header.source;
  const naming = tree.filesNaming([path.slice(path.lastIndexOf('/') + 1)], (file) => /\.[ch]$/.test(file));
  const graph = includeGraph(tree, includeDirsFrom(path, mentionsOf(tree, path, naming.keys())));
  const known: KnownMacros = lookUpMacros(tree, graph, path, new Set(names));
  return names.filter((name) => !known.annotations.has(name) && !known.others.has(name));
}
