import { type Placements, partOf } from './placement.ts';
import type { Uses } from './uses.ts';

/** An item, or the conditions of a group in one part, that cannot do without a declaration made before it. */
export type Need = {
  /** Index in `uses.steps` of the user. */
  readonly step: number;
  readonly part: string;
  readonly name: string;
  /** Item that declares the name. */
  readonly provider: number;
  readonly providerPart: string;
};

/**
 * Needs that reach from one part into another, in header order. The shared part is visible to all and so is left out as
 * a provider. Macro definitions need nothing until they are expanded.
 */
export function needsAcrossParts(uses: Uses, placements: Placements, shared: string): readonly Need[] {
  const needs: Need[] = [...tagNeeds(uses, placements, shared)];
  uses.steps.forEach((step, at) => {
    const parts =
      step.kind === 'item' ? [partOf(placements, step.item.index)] : partsWithin(placements, step.first, step.last);
    const references = uses.usedBy[at];
    if (!references) return;
    const last = step.kind === 'item' ? step.item.index : step.first;
    for (const part of parts) {
      if (part === null) continue;
      for (const name of new Set([...references.words, ...references.evaluated])) {
        for (const provider of uses.providers.get(name) ?? []) {
          const providerPart = partOf(placements, provider.item);
          if (provider.item >= last || providerPart === null || providerPart === part || providerPart === shared)
            continue;
          const isUsed = provider.role === 'value' ? references.evaluated.has(name) : references.words.has(name);
          if (isUsed && (step.kind === 'item' || provider.role === 'macro'))
            needs.push({ step: at, part, name, provider: provider.item, providerPart });
        }
      }
    }
  });
  return needs;
}

/**
 * Tags that an item mentions in a parameter list only, and that the header made known before by a declaration which goes
 * to another part: without that the parameter's type would be one of its own (C17 6.2.1).
 */
function tagNeeds(uses: Uses, placements: Placements, shared: string): readonly Need[] {
  const introducers = new Map<string, number[]>();
  return uses.tags.flatMap(({ introduced, assumed }, index) => {
    const part = partOf(placements, index);
    const needs = [...assumed].flatMap((name): Need[] => {
      const before = introducers.get(name) ?? [];
      const [provider] = before;
      const parts = before.map((item) => partOf(placements, item));
      if (part === null || provider === undefined || uses.knownTags.has(name)) return [];
      if (parts.includes(part) || parts.includes(shared) || parts[0] === null) return [];
      return [{ step: uses.stepOfItem[index] ?? 0, part, name, provider, providerPart: parts[0] ?? shared }];
    });
    for (const name of introduced) introducers.set(name, [...(introducers.get(name) ?? []), index]);
    return needs;
  });
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
