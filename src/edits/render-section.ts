import type { Header } from '../model/header.ts';
import type { Pieces, PieceTree } from '../model/pieces.ts';
import type { Span } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';

/** Item index -> edits within its text, in the header's offsets. */
export type ItemEdits = ReadonlyMap<number, readonly TextEdit[]>;

/** What a section gets beside the header's own pieces, by piece. */
export type Additions = {
  /** Comment index -> what stands in its place. */
  readonly comments: ReadonlyMap<number, string>;
  /** Piece index -> text directly in front of the piece. */
  readonly before: ReadonlyMap<number, string>;
  /** Piece index -> text directly behind the piece. */
  readonly after: ReadonlyMap<number, string>;
};

const noAdditions: Additions = { comments: new Map(), before: new Map(), after: new Map() };

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
  additions: Additions = noAdditions,
): string {
  const { text } = header.source;
  const chosen: Chosen[] = [];
  select(tree, selection, chosen);
  let result = '';
  let before = -1;
  for (const { piece: at, item, comment, endsEmptyBranch } of chosen) {
    const piece = pieces[at];
    if (!piece) continue;
    if (before >= 0) result += between(header, pieces, before, at, endsEmptyBranch);
    const instead = comment === null ? undefined : additions.comments.get(comment);
    const own = instead ?? editedSlice(text, piece, item === null ? [] : (itemEdits.get(item) ?? []));
    result += (additions.before.get(at) ?? '') + own + (additions.after.get(at) ?? '');
    before = at;
  }
  return result;
}

type Chosen = {
  readonly piece: number;
  readonly item: number | null;
  readonly comment: number | null;
  /** Directly below the `#if` or `#elif` of a branch of which nothing is kept. */
  readonly endsEmptyBranch: boolean;
};

function editedSlice(text: string, { start, end }: Span, edits: readonly TextEdit[]): string {
  const shifted = edits.map((edit) => ({
    span: { start: edit.span.start - start, end: edit.span.end - start },
    insert: edit.insert,
  }));
  return applyEdits(text.slice(start, end), shifted);
}

function select(nodes: readonly PieceTree[], selection: Selection, chosen: Chosen[]): void {
  const keep = (piece: number, of: Partial<Omit<Chosen, 'piece'>> = {}): void => {
    chosen.push({ piece, item: null, comment: null, endsEmptyBranch: false, ...of });
  };
  for (const node of nodes) {
    if (!isKept(node, selection)) continue;
    switch (node.kind) {
      case 'item':
        keep(node.piece, { item: node.index });
        break;
      case 'comment':
        keep(node.piece, { comment: node.index });
        break;
      case 'bracket':
        keep(node.open);
        select(node.nodes, selection, chosen);
        keep(node.close);
        break;
      case 'group': {
        const last = node.branches.findLastIndex((branch) => branch.nodes.some((inner) => isKept(inner, selection)));
        let isEmpty = false;
        for (const branch of node.branches.slice(0, last + 1)) {
          keep(branch.piece, { endsEmptyBranch: isEmpty });
          isEmpty = !branch.nodes.some((inner) => isKept(inner, selection));
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

/** Only white space stands between neighbours, but for a guard with code on both of its sides. */
function between(
  header: Header,
  pieces: Pieces['pieces'],
  before: number,
  at: number,
  endsEmptyBranch: boolean,
): string {
  const gap = header.source.text.slice(pieces[before]?.end, pieces[at]?.start);
  if (at === before + 1 && gap.trim() === '') return gap;
  return endsEmptyBranch ? header.lineEnd : separator(header, pieces, before, at);
}

function separator(header: Header, pieces: Pieces['pieces'], before: number, at: number): string {
  const gaps = pieces.slice(before + 1, at + 1).map((piece) => piece.gap);
  const feed = gaps.some((gap) => gap.hasFormFeed) ? `\f${header.lineEnd}` : '';
  const blank = gaps.some((gap) => gap.hasBlankLine) && feed === '' ? header.lineEnd : '';
  return header.lineEnd + blank + feed;
}
