import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Header } from '../model/header.ts';
import { type OpenItem, openItems } from '../model/open-items.ts';
import type { SplitPlan } from '../plan/split-plan.ts';
import { placeOf } from '../text/place.ts';

/** The key of an item in the comparison of what goes into a split with what comes out; null: it is left out. */
export type KeyOf = (item: number) => string | null;

/** Counts the files as they come out, one by one; `lost` says what does not stand as it did, when all are counted. */
export type KeptNeighbours = {
  count(header: Header, keyOf: KeyOf): void;
  lost(): readonly Diagnostic[];
};

/**
 * That an item which does not end by itself stands before the same items as in the header, unless the manifest says where
 * it goes.
 */
export function keptNeighbours({ header, placements, closedMacros }: SplitPlan, keyOf: KeyOf): KeptNeighbours {
  const open = (one: Header): readonly OpenItem[] => openItems(one, (macro) => closedMacros.has(macro));
  const kept = open(header).filter(({ item }) => placements[item]?.by !== 'manifest' && keyOf(item) !== null);
  const numbers = new Map<string, number>();
  const pairsIn = (items: readonly OpenItem[], key: KeyOf): readonly string[] => {
    const belows = new Map<readonly number[], number>();
    for (const { below } of items) {
      if (belows.has(below)) continue;
      const text = below.flatMap((index) => key(index) ?? []).join('\n');
      if (!numbers.has(text)) numbers.set(text, numbers.size);
      belows.set(below, numbers.get(text) ?? 0);
    }
    return items.map(({ item, below }) => `${belows.get(below)} ${key(item)}`);
  };
  const after = new Map<string, number>();
  return {
    count: (one, key) => {
      if (kept.length === 0) return;
      for (const pair of pairsIn(open(one), key)) after.set(pair, (after.get(pair) ?? 0) + 1);
    },
    lost: () =>
      pairsIn(kept, keyOf).flatMap((pair, at) => {
        const count = after.get(pair) ?? 0;
        after.set(pair, count - 1);
        if (count > 0) return [];
        const { span } = header.items[kept[at]?.item ?? -1] ?? { span: { start: 0, end: 0 } };
        return [diagnostic('not-conserved', 'this would come before something else', placeOf(header.source, span))];
      }),
  };
}
