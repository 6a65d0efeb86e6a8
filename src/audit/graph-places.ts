import type { CallGraph } from '../calls/graph.ts';
import { indexLines, type LineIndex } from '../text/line-index.ts';
import { type Place, placeOf, placeOfFile } from '../text/place.ts';
import type { SourceText } from '../text/source-text.ts';
import { type Span, span } from '../text/span.ts';
import type { Tree } from '../text/tree.ts';

/** Where the nodes and edges of a graph stand in the tree. */
export type Places = { readonly ofEdge: (edge: number) => Place; readonly ofNode: (node: number) => Place };

export function placesIn({ nodes, edges, files }: CallGraph, tree: Pick<Tree, 'read'>): Places {
  const sources = new Map<string, { readonly source: SourceText; readonly lines: LineIndex } | null>();
  const sourceOf = (path: string) => {
    const known = sources.get(path);
    if (known !== undefined) return known;
    const text = tree.read(path);
    const source = text === null ? null : { source: { path, text }, lines: indexLines(text) };
    sources.set(path, source);
    return source;
  };
  const at = (file: number, line: number, start: number, word: string): Place => {
    const path = files[file];
    if (path === undefined) return placeOfFile('.');
    const known = sourceOf(path);
    if (known === null || line === 0) return placeOfFile(path);
    const { source, lines } = known;
    return placeOf(source, start >= 0 ? span(start, start + word.length) : wordInLine(source.text, lines, line, word));
  };
  return {
    ofEdge: (edge) => {
      const word = wordOf(nodes.name(edges.to[edge] ?? 0), /^.*\./);
      return at(edges.file[edge] ?? 0, edges.line[edge] ?? 0, edges.start[edge] ?? -1, word);
    },
    ofNode: (node) => at(nodes.file(node), nodes.line(node), -1, wordOf(nodes.name(node), /\.[\s\S]*/)),
  };
}

/** The word of a node's name that stands in the text. */
function wordOf(name: string, but: RegExp): string {
  return name.replace(/#\d+$/, '').replace(but, '');
}

function wordInLine(text: string, { starts }: LineIndex, line: number, word: string): Span {
  const start = starts[line - 1] ?? 0;
  const found = text.slice(start, starts[line] ?? text.length).indexOf(word);
  return found < 0 ? span(start, start + 1) : span(start + found, start + found + word.length);
}
