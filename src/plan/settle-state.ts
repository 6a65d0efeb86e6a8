import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { placeOf } from '../text/place.ts';
import type { Span } from '../text/span.ts';
import { type Placement, partTarget } from './placement.ts';
import type { Uses } from './uses.ts';

export type SettleState = {
  readonly header: Header;
  readonly manifest: Manifest;
  readonly uses: Uses;
  readonly placements: Placement[];
  readonly includes: Map<string, Set<string>>;
  readonly findings: Diagnostic[];
};

/** Moves an item that nobody assigned, once; the note says why and shows the place that made it move. */
export function moveItem(state: SettleState, item: number, part: string, why: string, because: Span): boolean {
  if (state.placements[item]?.by !== 'default') return false;
  state.placements[item] = { target: partTarget(part), by: 'rule' };
  const { source } = state.header;
  state.findings.push(
    diagnostic('declaration-moved', `this goes to part '${part}': ${why}`, placeOf(source, spanOfItem(state, item)), {
      place: placeOf(source, because),
      label: 'because of this',
    }),
  );
  return true;
}

export function spanOfItem(state: SettleState, item: number): Span {
  return state.header.items[item]?.span ?? { start: 0, end: 0 };
}

export function spanOfStep(state: SettleState, at: number): Span {
  const step = state.uses.steps[at];
  if (step?.kind === 'item') return step.item.span;
  return step?.group.branches[0]?.directive.span ?? { start: 0, end: 0 };
}
