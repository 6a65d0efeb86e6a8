import type { Header } from '../../model/header.ts';
import { displayText } from '../../text/source-text.ts';
import type { Tree } from '../../text/tree.ts';
import { reachableFiles } from '../names/known-macros.ts';
import { type IncludeGraph, spellingsIn } from './include-graph.ts';
import { isSystemHeader } from './system-headers.ts';

/**
 * What a message adds (it is looked up when it is asked for, and once) that says that no included file defines a name: an include that was not followed, since the tree has
 * no such file where it is looked for; the header's own before those of files that it includes. Empty where all were
 * followed, those of system headers aside.
 */
export function asFarAsFound(header: Header, tree: Tree, graph: IncludeGraph): () => string {
  let told: string | null = null;
  return () => {
    told ??= notFound(header, tree, graph);
    return told;
  };
}

function notFound({ source }: Header, tree: Tree, graph: IncludeGraph): string {
  for (const file of reachableFiles(graph, source.path)) {
    const lost = spellingsIn(tree.read(file) ?? '').find(
      (spelling) => !isSystemHeader(spelling.path) && graph.resolve(file, spelling) === null,
    );
    if (lost) return `, as far as these are found ('${displayText(lost.path)}' is not)`;
  }
  return '';
}
