import type { Header, Item, Node } from '../model/header.ts';
import { endOf, itemsOf, startOf } from '../model/node-extent.ts';
import { newlinesBetween } from '../parse/segment.ts';
import type { KnownMacros } from './known-macros.ts';
import type { Placement, Placements } from './placement.ts';

/** A macro call without `;` on the line above a declaration, which it may decorate. */
export type GluedPair = { readonly macro: string; readonly item: number; readonly below: number };

export function gluedPairs(header: Header): readonly GluedPair[] {
  const pairs: GluedPair[] = [];
  const visit = (nodes: readonly Node[]): void => {
    nodes.forEach((node, at) => {
      if (node.kind === 'group') for (const branch of node.branches) visit(branch.nodes);
      if (node.kind === 'bracket') visit(node.nodes);
      const next = nodes[at + 1];
      const macro = node.kind === 'item' ? openMacro(header, node.item) : null;
      const below = next && next.kind !== 'comment' ? itemsOf(next)[0] : undefined;
      if (macro === null || node.kind !== 'item' || !next || below === undefined) return;
      if (newlinesBetween(header.source.text, endOf(node), startOf(next)) === 1)
        pairs.push({ macro, item: node.item.index, below });
    });
  };
  visit(header.nodes);
  return pairs;
}

/** The name of a macro call that no `;` ends. */
function openMacro(header: Header, item: Item): string | null {
  if (
    item.content.kind !== 'declaration' ||
    item.content.declaration.kind !== 'macro-call' ||
    item.content.declaration.body
  )
    return null;
  const code = item.tokens.filter((token) => token.kind !== 'comment');
  const [first, last] = [code[0], code.at(-1)];
  const { text } = header.source;
  return first && last && text.slice(last.start, last.end) !== ';' ? text.slice(first.start, first.end) : null;
}

/**
 * Sends such a call with the declaration below it, unless the header's includes define it as something that stands by
 * itself. What nothing defines may be an attribute, and parted from its declaration it would decorate another.
 */
export function glue(pairs: readonly GluedPair[], known: KnownMacros, placements: Placements): Placements {
  const glued = new Map<number, Placement>();
  for (const { macro, item, below } of pairs.toReversed()) {
    const target = glued.get(below) ?? placements[below];
    if (target && placements[item]?.by === 'default' && !known.others.has(macro))
      glued.set(item, { ...target, by: 'rule' });
  }
  return placements.map((placement, index) => glued.get(index) ?? placement);
}
