import { normalPath } from '../../plan/includes/include-graph.ts';
import { listingOf } from '../../text/file-listing.ts';
import { baseName, folderOf } from '../../text/file-path.ts';
import type { SourceText } from '../../text/source-text.ts';
import { type Span, span } from '../../text/span.ts';
import type { Tree } from '../../text/tree.ts';

/** Says where a text names a header: spans of as much of its path as stands there, in order. */
export type FindNames = (source: SourceText) => readonly Span[];

/** The search for the places of any text that name a header of a tree. */
export function findNamesOf(tree: Tree, header: string): FindNames {
  const base = baseName(header);
  const isUnique = listingOf(tree).named(base).length === 1;
  return (source) => namesIn(tree, source, header, base, isUnique);
}

/**
 * A part file in the spelling in which the header is named at a place; null when it lies where that spelling cannot
 * lead. `../include/block/block.h` names `include/block/block-io.h` by `../include/block/block-io.h`.
 */
export function spellLike(spelt: string, header: string, partFile: string): string | null {
  const spelling = spelt.split('/');
  const path = header.split('/');
  let shared = 0;
  while (shared < path.length && spelling.at(-1 - shared) === path.at(-1 - shared)) shared++;
  const above = path
    .slice(0, path.length - shared)
    .map((part) => `${part}/`)
    .join('');
  const before = spelling
    .slice(0, spelling.length - shared)
    .map((part) => `${part}/`)
    .join('');
  return partFile.startsWith(above) ? before + partFile.slice(above.length) : null;
}

function namesIn(
  tree: Tree,
  { path: file, text }: SourceText,
  header: string,
  base: string,
  isUnique: boolean,
): readonly Span[] {
  const folder = folderOf(file);
  const means = (spelt: string): boolean => {
    const path = spelt.replace(/^\/|^(?:\.{1,2}\/)+/, '');
    const beside = normalPath(folder + spelt);
    if (beside !== null && tree.read(beside) !== null) return beside === header;
    if (path === header || path.endsWith(`/${header}`)) return true;
    return path === base ? isUnique : header.endsWith(`/${path}`);
  };
  const names: Span[] = [];
  for (let at = text.indexOf(base); at >= 0; at = text.indexOf(base, at + base.length)) {
    let start = at;
    while (start > 0 && /[\w./+-]/.test(text[start - 1] ?? '')) start--;
    const end = at + base.length;
    // `foo.h.in` and `foo.h-old` are other files; a full stop may end a sentence.
    if (!/^(?:[\w-]|\.\w)/.test(text.slice(end, end + 2)) && means(text.slice(start, end)))
      names.push(span(start, end));
  }
  return names;
}
