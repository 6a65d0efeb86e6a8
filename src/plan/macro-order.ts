import { excludes, isWithin, type Path, type Step } from '../model/steps.ts';
import { type Layout, sectionsSeenFrom } from './layout.ts';
import { wrapperKey } from './split-plan.ts';
import type { MacroEvent, Uses } from './uses.ts';

/**
 * A place where a macro would have another definition than in the header: a use, and the `#define` or `#undef` that the
 * split brings before it or takes from before it.
 */
export type MacroConflict = {
  readonly name: string;
  /** Index in `uses.steps` of the use. */
  readonly step: number;
  /** The part in which the use stands. */
  readonly part: string;
  readonly event: MacroEvent;
  /** `early`: came after the use in the header and would come before it. `absent`: came before it and would not. */
  readonly how: 'early' | 'absent';
};

/**
 * Every conflict of a layout, as seen by a unit that includes the wrapper and by units that include one part file: the
 * definitions that can be in force at a use must be the same, in the same order, as in the header.
 */
export function macroConflicts(uses: Uses, layout: Layout): readonly MacroConflict[] {
  const conflicts: MacroConflict[] = [];
  const usersOf = usersByMacro(uses);
  for (const seen of viewsOf(layout)) {
    const order = new Map<number, number>();
    seen.forEach((section, at) => {
      for (const item of section.items) order.set(item, at);
    });
    for (const [name, events] of uses.events) {
      for (const step of usersOf.get(name) ?? []) {
        for (const at of sectionsOf(uses.steps[step], order)) {
          const conflict = conflictAt(uses, { name, events, step, at, seen, order });
          if (conflict) conflicts.push(conflict);
        }
      }
    }
  }
  return conflicts;
}

/** A stretch of items as a unit meets it, named by its part. */
type Stretch = { readonly name: string; readonly items: readonly number[] };

/** What a unit meets that includes the wrapper, and what units meet that include one part file. */
function viewsOf(layout: Layout): readonly (readonly Stretch[])[] {
  const stretches = (file: string | null): readonly Stretch[] =>
    sectionsSeenFrom(layout, file).map(({ part, items }) => ({ name: part.name, items }));
  const wrapper = [...stretches(null), { name: wrapperKey, items: layout.inWrapper }];
  return [wrapper, ...layout.files.map(({ path }) => stretches(path))];
}

function usersByMacro(uses: Uses): ReadonlyMap<string, readonly number[]> {
  const users = new Map<string, number[]>();
  uses.usedBy.forEach(({ words }, step) => {
    for (const word of new Set([...words, ...(uses.usedByInclude.get(step) ?? [])])) {
      if (!uses.events.has(word)) continue;
      const known = users.get(word);
      if (known) known.push(step);
      else users.set(word, [step]);
    }
  });
  return users;
}

/** The positions in `seen` of the sections that hold the step. */
function sectionsOf(step: Step | undefined, order: ReadonlyMap<number, number>): readonly number[] {
  if (!step) return [];
  if (step.kind === 'item') {
    const at = order.get(step.item.index);
    return at === undefined ? [] : [at];
  }
  const found = new Set<number>();
  for (let item = step.first; item <= step.last; item++) {
    const at = order.get(item);
    if (at !== undefined) found.add(at);
  }
  return [...found];
}

type Situation = {
  readonly name: string;
  readonly events: readonly MacroEvent[];
  readonly step: number;
  readonly at: number;
  readonly seen: readonly Stretch[];
  /** Item -> position of its section in `seen`. */
  readonly order: ReadonlyMap<number, number>;
};

function conflictAt(uses: Uses, situation: Situation): MacroConflict | null {
  const { events, step, at, seen, order } = situation;
  const path = uses.steps[step]?.path ?? [];
  const possible = events.filter((event) => !excludes(pathOf(uses, event), path));
  const before = inForce(
    uses,
    possible.filter((event) => event.step < step),
    path,
  );
  const visible = possible.filter((event) => {
    const section = order.get(event.item);
    return section !== undefined && (section < at || (section === at && event.step < step));
  });
  const now = inForce(
    uses,
    visible.toSorted((a, b) => (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0) || a.step - b.step),
    path,
  );
  const part = seen[at]?.name ?? '';
  const early = now.find((event) => event.step >= step);
  if (early) return { name: situation.name, step, part, event: early, how: 'early' };
  const absent = before.find((event) => !now.includes(event));
  if (absent) return { name: situation.name, step, part, event: absent, how: 'absent' };
  return null;
}

/** Of the events before a use, those that can decide: from the last that certainly happened on. */
function inForce(uses: Uses, events: readonly MacroEvent[], path: Path): readonly MacroEvent[] {
  const certain = events.findLastIndex((event) => isWithin(pathOf(uses, event), path));
  return certain < 0 ? events : events.slice(certain);
}

function pathOf(uses: Uses, event: MacroEvent): Path {
  return uses.steps[event.step]?.path ?? [];
}
