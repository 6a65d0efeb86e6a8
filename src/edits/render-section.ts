import type { Header } from '../model/header.ts';
import type { Pieces, PieceTree } from '../model/pieces.ts';
import type { Span } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';

/** Item index -> edits within its text, in the header's offsets. */
export type ItemEdits = ReadonlyMap<number, readonly TextEdit[]>;

/** What a section of a file keeps of the header. */
export type Selection = {
  readonly hasItem: (index: number) => boolean;
  readonly hasComment: (index: number) => boolean;
};

/**
 * The text of a section: the selected pieces in the header's order, groups and brackets rebuilt around them, empty ones
 * left out. What stood between two neighbours stays; where something between them left, one blank line at most.
 *
 * @param itemEdits Edits inside items (an inline function's assertion), in the header's offsets.
 * @returns Without a line end after the last piece; empty when nothing is selected.
 */
export function renderSection(
  header: Header,
  { pieces, tree }: Pieces,
  selection: Selection,
  itemEdits: ItemEdits,
): string {
  const { text } = header.source;
  const chosen: Chosen[] = [];
  select(tree, selection, chosen);
  let result = '';
  let before = -1;
  for (const { piece: at, item } of chosen) {
    const piece = pieces[at];
    if (!piece) continue;
    if (before >= 0)
      result +=
        at === before + 1 ? text.slice(pieces[before]?.end, piece.start) : separator(header, pieces, before, at);
    result += editedSlice(text, piece, item === null ? [] : (itemEdits.get(item) ?? []));
    before = at;
  }
  return result;
}

type Chosen = { readonly piece: number; readonly item: number | null };

function editedSlice(text: string, { start, end }: Span, edits: readonly TextEdit[]): string {
  const shifted = edits.map((edit) => ({
    span: { start: edit.span.start - start, end: edit.span.end - start },
    insert: edit.insert,
  }));
  return applyEdits(text.slice(start, end), shifted);
}

function select(nodes: readonly PieceTree[], selection: Selection, chosen: Chosen[]): void {
  const keep = (piece: number, item: number | null = null): void => {
    chosen.push({ piece, item });
  };
  for (const node of nodes) {
    if (!isKept(node, selection)) continue;
    switch (node.kind) {
      case 'item':
        keep(node.piece, node.index);
        break;
      case 'comment':
        keep(node.piece);
        break;
      case 'bracket':
        keep(node.open);
        select(node.nodes, selection, chosen);
        keep(node.close);
        break;
      case 'group': {
        const last = node.branches.findLastIndex((branch) => branch.nodes.some((inner) => isKept(inner, selection)));
        for (const branch of node.branches.slice(0, last + 1)) {
          keep(branch.piece);
          select(branch.nodes, selection, chosen);
        }
        keep(node.endif);
        break;
      }
    }
  }
}

function isKept(node: PieceTree, selection: Selection): boolean {
  switch (node.kind) {
    case 'item':
      return selection.hasItem(node.index);
    case 'comment':
      return selection.hasComment(node.index);
    case 'bracket':
      return node.nodes.some((inner) => isKept(inner, selection));
    case 'group':
      return node.branches.some((branch) => branch.nodes.some((inner) => isKept(inner, selection)));
  }
}

function separator(header: Header, pieces: Pieces['pieces'], before: number, at: number): string {
  const gaps = pieces.slice(before + 1, at + 1).map((piece) => piece.gap);
  const feed = gaps.some((gap) => gap.hasFormFeed) ? `\f${header.lineEnd}` : '';
  const blank = gaps.some((gap) => gap.hasBlankLine) && feed === '' ? header.lineEnd : '';
  return header.lineEnd + blank + feed;
}
