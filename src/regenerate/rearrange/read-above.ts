import { filesReachedFrom, siblingIncludes } from '../../part-files/rules/siblings.ts';
import { functionNames } from '../../plan/placement.ts';
import type { CutHeader } from './moved-units.ts';
import type { ReadAbove } from './place-bounds.ts';
import { pathOf, type RearrangeInput } from './rearrange-input.ts';

/** For units that come to a file: how much of it a program that reads the wrapper had read where they stood. */
export function readAboveIn({ split, was }: RearrangeInput, cut: CutHeader): ReadAbove {
  const path = pathOf(cut);
  const { length } = cut.pieces.pieces;
  const order = siblingIncludes(split.wrapper, split, was).map(({ to }) => to);
  const pieceOf = new Map(
    cut.pieces.tree.flatMap((node) => (node.kind === 'item' ? [[node.index, node.piece] as const] : [])),
  );
  const ofFile = new Map<string, number>();
  const aboveFile = (from: string): number => {
    const header = split.parts.get(from);
    if (!header || filesReachedFrom(header, split, was).has(path)) return length;
    for (const { item, to } of siblingIncludes(cut.header, split, was)) {
      const next = split.parts.get(to);
      if (to === from || (next && filesReachedFrom(next, split, was).has(from))) return pieceOf.get(item.index) ?? 0;
    }
    const [other, own] = [order.indexOf(from), order.indexOf(path)];
    return other >= 0 && other < own ? 0 : length;
  };
  return ({ from, name }) => {
    if (from === path) {
      const item = cut.header.items.find((one) => name !== null && functionNames(one).includes(name));
      return pieceOf.get(item?.index ?? -1) ?? length;
    }
    const known = ofFile.get(from) ?? aboveFile(from);
    ofFile.set(from, known);
    return known;
  };
}
