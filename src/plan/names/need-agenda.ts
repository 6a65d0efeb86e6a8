import { groupSections } from '../group-sections.ts';
import { functionNames, otherNames } from '../placement.ts';
import type { MacroUsers } from './macro-users.ts';
import type { Uses } from './names-used.ts';
import type { Need } from './need.ts';
import { needsOf } from './needs.ts';
import type { SettleState } from './resolution.ts';
import { isMet } from './resolve-need.ts';
import { sectionOf } from './views.ts';

/** What is still to be looked at while items move. */
export type NeedAgenda = {
  /** The first need that is not met, those for tags before all others; null when all are met. */
  readonly first: () => Need | null;
  /**
   * Has to be told of each item that has left the shared part. True: it is a `#define` or `#undef` that nothing but the
   * section to which it went can notice.
   */
  readonly leftShared: (item: number) => boolean;
};

/**
 * Each item and step is looked at once, and again when something on which its needs depend has moved: a header may have
 * as many moves as items.
 */
export function needAgenda(state: SettleState, users: MacroUsers): NeedAgenda {
  const { uses, placements, reach } = state;
  const needs = needsOf(uses, placements, state.manifest.shared);
  const groupsGaining = groupSections(uses, placements, state.manifest.shared);
  /** Places in the order of the agenda: items for their tags, then steps. */
  const placeOfStep = (step: number): number => uses.tags.length + step;
  const end = placeOfStep(uses.steps.length);
  let next = 0;
  /** Places before `next` that are to be looked at again, the last first. */
  let again: number[] = [];
  const needsAt = (place: number): readonly Need[] =>
    place < uses.tags.length ? needs.tags.of(place) : needs.ofStep(place - uses.tags.length);

  const first = (): Need | null => {
    for (let place = again.at(-1) ?? next; place < end; place = again.at(-1) ?? next) {
      const need = needsAt(place).find((one) => !isMet(state, one));
      if (need) return need;
      if (again.length > 0) again.pop();
      else next++;
    }
    return null;
  };

  let using: ReadonlyMap<string, readonly number[]> | null = null;
  const leftShared = (index: number): boolean => {
    needs.leftShared(index);
    const gaining = groupsGaining(index);
    const isFileNew = reach.leftShared(index);
    const item = state.header.items[index];
    const isDirective = item?.content.kind === 'directive';
    if (!isDirective || gaining.length > 0) users.forget();
    const section = sectionOf(placements, index);
    const names = item ? [...functionNames(item), ...otherNames(item)] : [];
    const noticed = names.filter(
      (name) => !isDirective || [...users.sectionsUsing(name)].some((one) => one !== section),
    );
    if (noticed.length > 0) using ??= stepsByName(uses);
    const steps = [uses.stepOfItem[index] ?? 0, ...gaining, ...noticed.flatMap((name) => using?.get(name) ?? [])];
    const affected = [index, ...needs.tags.mentioning(index), ...steps.map(placeOfStep)];
    if (isFileNew) next = 0;
    again = [...new Set([...again, ...affected])].filter((place) => place < next).sort((a, b) => b - a);
    return isDirective && !isFileNew && gaining.length === 0 && noticed.length === 0;
  };
  return { first, leftShared };
}

/** Name -> the steps that use it, of the names that the header gives a meaning. */
function stepsByName(uses: Uses): ReadonlyMap<string, readonly number[]> {
  const steps = new Map<string, number[]>([...uses.providers.keys()].map((name) => [name, []]));
  uses.usedBy.forEach(({ words, evaluated }, at) => {
    for (const name of new Set([...words, ...evaluated])) steps.get(name)?.push(at);
  });
  return steps;
}
