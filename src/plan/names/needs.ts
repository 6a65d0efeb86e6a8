import { contradicts, type Step } from '../../model/reading-order.ts';
import { type Placements, partOf } from '../placement.ts';
import type { Provider, Uses } from './names-used.ts';
import type { Need } from './need.ts';
import { type TagNeeds, tagNeedsOf } from './tag-needs.ts';

/**
 * The needs of a header's parts of one another, by the placements as they are when they are asked for. The shared part is
 * visible to all and so is left out as a provider. Macro definitions need nothing until they are expanded. Of the items of
 * one part that provide a name the first counts.
 */
export type Needs = {
  readonly tags: TagNeeds;
  readonly ofStep: (step: number) => readonly Need[];
  /** Has to be told of each item that has left the shared part. */
  readonly leftShared: (item: number) => void;
};

export function needsOf(uses: Uses, placements: Placements, shared: string): Needs {
  const tags = tagNeedsOf(uses, placements, shared);
  const outside = new Map<string, readonly Provider[]>();
  const provide = (name: string, provider: Provider): void => {
    const part = partOf(placements, provider.item);
    if (part === null || part === shared) return;
    outside.set(name, withProvider(placements, outside.get(name) ?? [], provider));
  };
  for (const [name, providers] of uses.providers) for (const provider of providers) provide(name, provider);
  let provided: ReadonlyMap<number, readonly Provided[]> | null = null;
  return {
    tags,
    ofStep: (at) => needsOfStep(uses, placements, outside, at),
    leftShared: (item) => {
      tags.leftShared(item);
      provided ??= providedByItem(uses);
      for (const { name, provider } of provided.get(item) ?? []) provide(name, provider);
    },
  };
}

type Provided = { readonly name: string; readonly provider: Provider };

function providedByItem(uses: Uses): ReadonlyMap<number, readonly Provided[]> {
  const provided = new Map<number, Provided[]>();
  for (const [name, providers] of uses.providers) {
    for (const provider of providers) {
      const known = provided.get(provider.item);
      if (known) known.push({ name, provider });
      else provided.set(provider.item, [{ name, provider }]);
    }
  }
  return provided;
}

/** All needs, in header order, those for tags first. */
export function needsAcrossParts(uses: Uses, placements: Placements, shared: string): readonly Need[] {
  const { tags, ofStep } = needsOf(uses, placements, shared);
  return [...uses.tags.flatMap((_, item) => tags.of(item)), ...uses.steps.flatMap((_, at) => ofStep(at))];
}

/** Providers of a name, one of each part and role, in header order: with one more, where it is the first of its own. */
function withProvider(placements: Placements, providers: readonly Provider[], provider: Provider): readonly Provider[] {
  const part = partOf(placements, provider.item);
  const same = providers.find(({ item, role }) => role === provider.role && partOf(placements, item) === part);
  if (same && same.item <= provider.item) return providers;
  return [...providers.filter((one) => one !== same), provider].sort((a, b) => a.item - b.item);
}

function needsOfStep(
  uses: Uses,
  placements: Placements,
  outside: ReadonlyMap<string, readonly Provider[]>,
  at: number,
): readonly Need[] {
  const [step, references] = [uses.steps[at], uses.usedBy[at]];
  if (!step || !references) return [];
  const names = new Set<string>();
  for (const name of references.words) if (outside.has(name)) names.add(name);
  for (const name of references.evaluated) if (outside.has(name)) names.add(name);
  if (names.size === 0) return [];
  const [last, parts] =
    step.kind === 'item'
      ? [step.item.index, [partOf(placements, step.item.index)]]
      : [step.first, partsWithin(placements, step.first, step.last)];
  return parts.flatMap((part) =>
    [...names].flatMap((name) =>
      (outside.get(name) ?? []).flatMap(({ item, role }): Need[] => {
        const providerPart = partOf(placements, item);
        if (part === null || providerPart === null || providerPart === part || item >= last) return [];
        const isUsed = role === 'value' ? references.evaluated.has(name) : references.words.has(name);
        const isNeeded = isUsed && (step.kind === 'item' || role === 'macro');
        if (!isNeeded) return [];
        const provider = firstThatCanBeMet(uses, placements, { name, role, part: providerPart, item }, step, last);
        return provider === null ? [] : [{ step: at, part, name, provider, providerPart }];
      }),
    ),
  );
}

/** Of the items of one part that provide a name, the first that a run may meet which meets the step too; null for none. */
function firstThatCanBeMet(
  uses: Uses,
  placements: Placements,
  wanted: Provider & { readonly name: string; readonly part: string },
  step: Step,
  before: number,
): number | null {
  const canMeet = (item: number): boolean =>
    !contradicts(uses.steps[uses.stepOfItem[item] ?? -1]?.path ?? [], step.path);
  if (canMeet(wanted.item)) return wanted.item;
  const others = uses.providers.get(wanted.name) ?? [];
  const isOther = ({ item, role }: Provider): boolean =>
    role === wanted.role && item < before && partOf(placements, item) === wanted.part && canMeet(item);
  return others.find(isOther)?.item ?? null;
}

/** The parts that get one of a run of items. */
export function partsWithin(placements: Placements, first: number, last: number): readonly string[] {
  const parts = new Set<string>();
  for (let index = first; index <= last; index++) {
    const part = partOf(placements, index);
    if (part !== null) parts.add(part);
  }
  return [...parts];
}
