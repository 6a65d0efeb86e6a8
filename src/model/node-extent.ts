import type { Node } from './header.ts';

/** The indices of the items in a node, in order. Each level of a nest is asked for them, so they are kept. */
export function itemsOf(node: Node): readonly number[] {
  if (node.kind === 'item') return [node.item.index];
  if (node.kind === 'comment') return [];
  const known = items.get(node);
  if (known) return known;
  const found = findItems(node);
  items.set(node, found);
  return found;
}

const items = new WeakMap<Node, readonly number[]>();

function findItems(node: Extract<Node, { kind: 'group' | 'bracket' }>): readonly number[] {
  const found: number[] = [];
  // Hundreds of levels may hold thousands of items each: `flatMap` takes ten times as long.
  for (const { nodes } of node.kind === 'group' ? node.branches : [node]) {
    for (const inner of nodes) for (const index of itemsOf(inner)) found.push(index);
  }
  return found;
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
