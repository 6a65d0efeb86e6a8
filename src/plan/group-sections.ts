import type { Uses } from './names/names-used.ts';
import { sectionOf } from './names/views.ts';
import type { Placements } from './placement.ts';

/**
 * Has to be told of each item that has left the shared part. The steps of the groups around it that stand in a section
 * more by that, of those whose conditions use a name.
 */
export function groupSections(uses: Uses, placements: Placements, shared: string): (item: number) => readonly number[] {
  const stepOfGroup = new Map<number, number>();
  uses.steps.forEach((step, at) => {
    if (step.kind === 'conditions' && (uses.usedBy[at]?.words.size ?? 0) > 0) stepOfGroup.set(step.number, at);
  });
  /** Step -> section -> how many items the group has there. Counted when the first of its items moves. */
  const counted = new Map<number, Map<string | null, number>>();
  const countsAfter = (at: number, to: string | null): ReadonlyMap<string | null, number> => {
    const known = counted.get(at);
    if (known) {
      known.set(shared, (known.get(shared) ?? 0) - 1);
      known.set(to, (known.get(to) ?? 0) + 1);
      return known;
    }
    const [step, counts] = [uses.steps[at], new Map<string | null, number>()];
    if (step?.kind !== 'conditions') return counts;
    for (let item = step.first; item <= step.last; item++) {
      const section = sectionOf(placements, item);
      counts.set(section, (counts.get(section) ?? 0) + 1);
    }
    counted.set(at, counts);
    return counts;
  };
  return (item) => {
    const to = sectionOf(placements, item);
    const around = uses.steps[uses.stepOfItem[item] ?? -1]?.path ?? [];
    return around.flatMap(({ group }) => {
      const at = stepOfGroup.get(group);
      return at !== undefined && countsAfter(at, to).get(to) === 1 ? [at] : [];
    });
  };
}
