import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { Header } from '../../model/header.ts';
import { placeOf } from '../../text/place.ts';
import type { Span } from '../../text/span.ts';
import type { FileReach } from '../includes/file-reach.ts';
import { type Placement, partTarget, type Target } from '../placement.ts';
import type { Uses } from './names-used.ts';

export type SettleState = {
  readonly header: Header;
  readonly manifest: Manifest;
  readonly uses: Uses;
  readonly placements: Placement[];
  /** Item -> the items that go where it goes, itself included; none of them is assigned. */
  readonly together: ReadonlyMap<number, readonly number[]>;
  /** Part file -> the part files that it has to include beyond the shared one. */
  readonly includes: Map<string, Set<string>>;
  readonly reach: FileReach;
  /** Items that have left the shared part, in order. */
  readonly moved: number[];
  /** Item that left it -> the reason, as a clause. */
  readonly whyMoved: Map<number, string>;
  readonly findings: Diagnostic[];
};

/**
 * Moves an item that nobody assigned, with those that it must stay with, once; the note says why and shows the place that
 * made it move.
 */
export function moveItem(state: SettleState, item: number, part: string, why: string, because: Span): boolean {
  if (state.placements[item]?.by !== 'default') return false;
  for (const one of state.together.get(item) ?? [item]) {
    place(state, one, partTarget(part));
    state.whyMoved.set(one, why);
  }
  const { source } = state.header;
  state.findings.push(
    diagnostic('declaration-moved', `this goes to part '${part}': ${why}`, placeOf(source, spanOfItem(state, item)), {
      place: placeOf(source, because),
      label: 'because of this',
    }),
  );
  return true;
}

/** Sends an item of the shared part elsewhere. */
export function place(state: SettleState, item: number, target: Target): void {
  state.placements[item] = { target, by: 'rule' };
  state.moved.push(item);
}

export function spanOfItem(state: SettleState, item: number): Span {
  return state.header.items[item]?.span ?? { start: 0, end: 0 };
}

export function spanOfStep(state: SettleState, at: number): Span {
  const step = state.uses.steps[at];
  if (step?.kind === 'item') return step.item.span;
  return step?.group.branches[0]?.directive.span ?? { start: 0, end: 0 };
}
