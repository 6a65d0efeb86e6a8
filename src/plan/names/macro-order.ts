import type { Layout } from '../layout.ts';
import type { Placements } from '../placement.ts';
import { type EventIndex, indexEvents, type Situation } from './event-index.ts';
import { inForce, type MacroEvent } from './macro-events.ts';
import { type MacroUsers, sectionsOfStep } from './macro-users.ts';
import type { Uses } from './names-used.ts';
import { type View, viewsOf } from './views.ts';

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
 * The conflicts of a layout, as seen by a unit that includes the wrapper and by units that include one part file: the
 * definitions that can be in force at a use must be the same, in the same order, as in the header.
 */
export type MacroOrder = {
  /** The first conflict that is not resolved; null when there is none. */
  readonly first: () => MacroConflict | null;
  /** Has to be told of each `#define` and `#undef` that has left the shared part. When more than these moves, it is over. */
  readonly leftShared: (item: number) => void;
};

export function macroOrder(
  uses: Uses,
  users: MacroUsers,
  placements: Placements,
  shared: string,
  layout: Layout,
): MacroOrder {
  const events = indexEvents(uses, placements, shared);
  const standing = stepsBySection(uses, users, placements);
  const pending = pendingUses(viewsOf(layout), users, standing);
  let use = pending.next();
  const first = (): MacroConflict | null => {
    for (; !use.done; use = pending.next()) {
      const conflict = conflictAt(uses, events, use.value);
      if (conflict) return conflict;
    }
    return null;
  };
  return { first, leftShared: events.leftShared };
}

/** A step that stands in a section; `rank` orders the sections of one step. */
type Standing = { readonly step: number; readonly rank: number };

function stepsBySection(
  uses: Uses,
  users: MacroUsers,
  placements: Placements,
): ReadonlyMap<string, readonly Standing[]> {
  const standing = new Map<string, Standing[]>();
  uses.steps.forEach((_, at) => {
    if (users.usedAt[at]?.length === 0) return;
    sectionsOfStep(uses, placements, at).forEach((section, rank) => {
      const known = standing.get(section);
      if (known) known.push({ step: at, rank });
      else standing.set(section, [{ step: at, rank }]);
    });
  });
  return standing;
}

/** Every use that a view may bring into conflict, view by view and there macro by macro. */
function* pendingUses(
  views: readonly View[],
  users: MacroUsers,
  standing: ReadonlyMap<string, readonly Standing[]>,
): Generator<Situation, void> {
  for (const view of views) {
    const found = view.fresh.flatMap((at) =>
      (standing.get(view.parts[at] ?? '') ?? []).flatMap(({ step, rank }) =>
        (users.usedAt[step] ?? []).map((macro) => ({ macro, step, rank, at })),
      ),
    );
    found.sort((a, b) => a.macro - b.macro || a.step - b.step || a.rank - b.rank);
    for (const { macro, step, at } of found) yield { name: users.names[macro] ?? '', step, view, at };
  }
}

function conflictAt(uses: Uses, events: EventIndex, situation: Situation): MacroConflict | null {
  const { name, step, view, at } = situation;
  const path = uses.steps[step]?.path ?? [];
  const before = inForce(uses.steps, [{ events: uses.events.get(name) ?? [], before: step }], path);
  const now = inForce(uses.steps, events.visibleAt(situation), path);
  const part = view.parts[at] ?? '';
  const early = now.find((event) => event.step >= step);
  if (early) return { name, step, part, event: early, how: 'early' };
  const visible = new Set(now);
  const absent = before.find((event) => !visible.has(event));
  return absent ? { name, step, part, event: absent, how: 'absent' } : null;
}
