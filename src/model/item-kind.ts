import type { Item, Node } from './header.ts';
import { itemsOf } from './node-extent.ts';

/** What a reader takes an item for; null for what fits among any: a macro call, an assertion, what is not understood. */
export type ItemKind = 'include' | 'macro' | 'type' | 'variable' | 'function';

export function kindOf({ content }: Item): ItemKind | null {
  if (content.kind === 'directive') {
    const { kind } = content.directive;
    return kind === 'include' ? 'include' : kind === 'define' || kind === 'undef' ? 'macro' : null;
  }
  if (content.kind !== 'declaration') return null;
  switch (content.declaration.kind) {
    case 'prototype':
    case 'function':
      return 'function';
    case 'typedef':
    case 'type':
      return 'type';
    case 'variable':
      return 'variable';
    default:
      return null;
  }
}

/** The kinds of the items in a node, in order. */
export function kindsIn(node: Node, items: readonly Item[]): readonly ItemKind[] {
  return itemsOf(node).flatMap((index) => {
    const item = items[index];
    return (item && kindOf(item)) ?? [];
  });
}
