import type { Node } from './header.ts';

/** The indices of the items in a node, in order. */
export function itemsOf(node: Node): readonly number[] {
  switch (node.kind) {
    case 'item':
      return [node.item.index];
    case 'comment':
      return [];
    case 'group':
      return node.branches.flatMap((branch) => branch.nodes.flatMap(itemsOf));
    case 'bracket':
      return node.nodes.flatMap(itemsOf);
  }
}

export function startOf(node: Node): number {
  switch (node.kind) {
    case 'item':
      return node.item.span.start;
    case 'comment':
      return node.comment.span.start;
    case 'group':
      return node.branches[0]?.directive.span.start ?? node.endif.start;
    case 'bracket':
      return node.open.start;
  }
}

export function endOf(node: Node): number {
  switch (node.kind) {
    case 'item':
      return node.item.span.end;
    case 'comment':
      return node.comment.span.end;
    case 'group':
      return node.endif.end;
    case 'bracket':
      return node.close.end;
  }
}
