import { newlinesBetween } from '../parse/segment.ts';
import type { Header, Node } from './header.ts';

/**
 * The header cut into what can be written or left out: items, comments, and the lines that open, divide and close
 * groups and brackets. Between two pieces there is only white space.
 */
export type Piece = {
  /** Start of its line when only blanks stand before it there, else its own. */
  readonly start: number;
  readonly end: number;
  /** What stands between it and the piece before: kept as it is when both stay neighbours. */
  readonly gap: Gap;
};

export type Gap = {
  readonly hasBlankLine: boolean;
  /** How many gaps up to this one have a blank line, or a form feed. */
  readonly blankLines: number;
  readonly formFeeds: number;
};

/** A selection of a header's pieces, as the tree of groups that they make. */
export type PieceTree =
  | { readonly kind: 'item'; readonly index: number; readonly piece: number }
  | { readonly kind: 'comment'; readonly index: number; readonly piece: number }
  | {
      readonly kind: 'group';
      readonly branches: readonly { readonly piece: number; readonly nodes: readonly PieceTree[] }[];
      readonly endif: number;
    }
  | { readonly kind: 'bracket'; readonly open: number; readonly nodes: readonly PieceTree[]; readonly close: number };

export type Pieces = { readonly pieces: readonly Piece[]; readonly tree: readonly PieceTree[] };

/** Where the line of `start` begins when only blanks stand before it there, else `start`. */
function lineOrOwnStart(text: string, start: number): number {
  let lead = start;
  while (lead > 0 && text[lead - 1] !== '\n' && text[lead - 1]?.trim() === '') lead--;
  return lead === 0 || text[lead - 1] === '\n' ? lead : start;
}

export function cutIntoPieces(header: Header): Pieces {
  const { text } = header.source;
  const pieces: Piece[] = [];
  const add = (start: number, end: number): number => {
    const before = pieces.at(-1);
    const between = before ? text.slice(before.end, start) : '';
    const hasBlankLine = before !== undefined && newlinesBetween(text, before.end, start) > 1;
    const blankLines = (before?.gap.blankLines ?? 0) + (hasBlankLine ? 1 : 0);
    const formFeeds = (before?.gap.formFeeds ?? 0) + (between.includes('\f') ? 1 : 0);
    pieces.push({ start: lineOrOwnStart(text, start), end, gap: { hasBlankLine, blankLines, formFeeds } });
    return pieces.length - 1;
  };
  const cut = (node: Node): PieceTree => {
    switch (node.kind) {
      case 'item':
        return { kind: 'item', index: node.item.index, piece: add(node.item.span.start, node.item.span.end) };
      case 'comment':
        return {
          kind: 'comment',
          index: node.comment.index,
          piece: add(node.comment.span.start, node.comment.span.end),
        };
      case 'bracket': {
        const open = add(node.open.start, node.open.end);
        const nodes = node.nodes.map(cut);
        return { kind: 'bracket', open, nodes, close: add(node.close.start, node.close.end) };
      }
      case 'group': {
        const branches = node.branches.map((branch) => ({
          piece: add(branch.directive.span.start, branch.directive.span.end),
          nodes: branch.nodes.map(cut),
        }));
        return { kind: 'group', branches, endif: add(node.endif.start, node.endif.end) };
      }
    }
  };
  const tree = header.nodes.map(cut);
  return { pieces, tree };
}
