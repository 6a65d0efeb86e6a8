import { excludes, type Path } from '../../model/reading-order.ts';
import { type Placements, partOf } from '../placement.ts';
import type { Uses } from './names-used.ts';
import type { Need } from './need.ts';

/**
 * Tags that an item mentions in a parameter list only, and that the header made known before by a declaration which goes
 * to another part: without that the parameter's type would be one of its own (C17 6.2.1).
 */
export type TagNeeds = {
  readonly of: (item: number) => readonly Need[];
  /** The items that need a tag which this one makes known. */
  readonly mentioning: (item: number) => readonly number[];
  /** Has to be told of each item that has left the shared part. */
  readonly leftShared: (item: number) => void;
};

export function tagNeedsOf(uses: Uses, placements: Placements, shared: string): TagNeeds {
  let mentioning: ReadonlyMap<string, readonly number[]> | null = null;
  const introducing = indexed(uses, ({ introduced }) => introduced);
  /** By part and tag, in header order. */
  const inParts = new Map<string, number[]>();
  for (const [tag, items] of introducing) for (const item of items) add(inParts, keyOf(placements, item, tag), item);
  const pathOf = (item: number): Path => uses.steps[uses.stepOfItem[item] ?? -1]?.path ?? [];
  const isKnownIn = (part: string, tag: string, item: number): boolean =>
    (inParts.get(`${part} ${tag}`)?.[0] ?? item) < item;
  return {
    of: (item) => {
      const part = partOf(placements, item);
      const assumed = uses.tags[item]?.assumed;
      if (part === null || !assumed || assumed.size === 0) return [];
      return [...assumed].flatMap((name): Need[] => {
        const provider =
          introducing.get(name)?.find((one) => one >= item || !excludes(pathOf(one), pathOf(item))) ?? item;
        const providerPart = partOf(placements, provider);
        if (provider >= item || providerPart === null || uses.knownTags.has(name)) return [];
        if (isKnownIn(part, name, item) || isKnownIn(shared, name, item)) return [];
        return [{ step: uses.stepOfItem[item] ?? 0, part, name, provider, providerPart }];
      });
    },
    mentioning: (item) => {
      mentioning ??= indexed(uses, ({ assumed }) => assumed);
      return [...(uses.tags[item]?.introduced ?? [])].flatMap((tag) => mentioning?.get(tag) ?? []);
    },
    leftShared: (item) => {
      for (const tag of uses.tags[item]?.introduced ?? []) {
        const left = inParts.get(`${shared} ${tag}`) ?? [];
        left.splice(left.indexOf(item), 1);
        add(inParts, keyOf(placements, item, tag), item);
      }
    },
  };
}

function keyOf(placements: Placements, item: number, tag: string): string {
  return `${partOf(placements, item) ?? ''} ${tag}`;
}

function add(lists: Map<string, number[]>, key: string, item: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [item]);
  else if ((list.at(-1) ?? -1) < item) list.push(item);
  else
    list.splice(
      list.findIndex((other) => other > item),
      0,
      item,
    );
}

/** Tag -> the items that name it, in header order. */
function indexed(
  uses: Uses,
  tagsOf: (mentions: Uses['tags'][number]) => ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> {
  const items = new Map<string, number[]>();
  uses.tags.forEach((mentions, item) => {
    for (const tag of tagsOf(mentions)) add(items, tag, item);
  });
  return items;
}
