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
  const needs: Need[] = [];
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

/** The parts that get one of a run of items. */
export function partsWithin(placements: Placements, first: number, last: number): readonly string[] {
  const parts = new Set<string>();
  for (let index = first; index <= last; index++) {
    const part = partOf(placements, index);
    if (part !== null) parts.add(part);
  }
  return [...parts];
}
