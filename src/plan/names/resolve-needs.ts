import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { fileOf } from '../../manifest/part-lookup.ts';
import type { Header } from '../../model/header.ts';
import { placeOf } from '../../text/place.ts';
import type { Span } from '../../text/span.ts';
import { fileReach } from '../includes/file-reach.ts';
import type { Siblings } from '../includes/include-target.ts';
import { type Layout, layOut } from '../layout.ts';
import { type Placement, type Placements, partTarget } from '../placement.ts';
import { type MacroConflict, type MacroOrder, macroOrder } from './macro-order.ts';
import { macroUsers } from './macro-users.ts';
import type { Uses } from './names-used.ts';
import type { Need } from './need.ts';
import { needAgenda } from './need-agenda.ts';
import { needsAcrossParts } from './needs.ts';
import { type SettleState, spanOfItem, spanOfStep } from './resolution.ts';
import { resolveConflict } from './resolve-macro-conflict.ts';
import { isMet, meetNeed } from './resolve-need.ts';

/** Placements and layout in which every name means what it meant in the header, or the findings that say why not. */
export type Settlement = {
  readonly placements: Placements;
  readonly layout: Layout;
  readonly findings: readonly Diagnostic[];
};

/**
 * Steps, summed over the times that the order of macros is looked at from the start. Some moves make that necessary, and
 * there may be as many as items.
 */
const MOST_STEPS = 1_000_000;

/** So many macros may leave the functions of their names. */
const MOST_RELEASED = 8;

/**
 * Settles a split. Where it would stop because of a macro that only goes with the function of its name, that macro begins in
 * the shared part like any other; where that does not help either, the findings are those of the first attempt.
 *
 * @param siblings What part files include already for the sake of the header's includes.
 */
export function settle(
  header: Header,
  manifest: Manifest,
  uses: Uses,
  initial: Placements,
  siblings: Siblings = new Map(),
  together: SettleState['together'] = new Map(),
): Settlement {
  const shared: Placement = { target: partTarget(manifest.shared), by: 'default' };
  const released = new Map<number, Diagnostic>();
  let first: Attempt | null = null;
  for (;;) {
    const placements = initial.map((one, index) => (released.has(index) ? shared : one));
    const attempt = settleOnce(startOf(header, manifest, uses, placements, siblings, together));
    first ??= attempt;
    const { settlement, obstacle } = attempt;
    if (obstacle === null) {
      const notes = [...released].flatMap(([item, note]) =>
        settlement.placements[item]?.by === 'default' ? [note] : [],
      );
      return { ...settlement, findings: [...settlement.findings, ...notes] };
    }
    const { item } = obstacle;
    const isTied = initial[item]?.by === 'name' && !released.has(item);
    if (!isTied || released.size === MOST_RELEASED) return first.settlement;
    released.set(item, staysShared(header, manifest, obstacle));
  }
}

type Attempt = { readonly settlement: Settlement; readonly obstacle: Obstacle | null };

/** The item because of which a split stops, and what it stands in the way of. */
type Obstacle = { readonly item: number; readonly name: string; readonly span: Span };

function staysShared({ source, items }: Header, { shared }: Manifest, { item, name, span }: Obstacle): Diagnostic {
  const message = `this goes to part '${shared}', not with the function '${name}': it is used elsewhere`;
  const because = { place: placeOf(source, span), label: 'because of this' };
  return diagnostic('declaration-moved', message, placeOf(source, items[item]?.span ?? span), because);
}

/**
 * Starts from what manifest and rules say and, while a declaration would lack what it needs or a macro would have
 * another definition at a use, takes the first remedy that keeps the meaning: one part file includes another, or an
 * item that nobody assigned moves to the part that needs it. Each item moves once at most, so that this ends.
 */
function settleOnce(state: SettleState): Attempt {
  const { manifest, uses } = state;
  const users = macroUsers(uses, state.placements);
  const agenda = needAgenda(state, users);
  const settlement = (findings: readonly Diagnostic[]): Settlement => ({
    placements: state.placements,
    layout: layOut(manifest, state.placements, state.includes),
    findings,
  });
  const stopped = (findings: readonly Diagnostic[], item: number, name: string, step: number): Attempt => ({
    settlement: settlement(findings),
    obstacle: { item, name, span: spanOfStep(state, step) },
  });
  let order: MacroOrder | null = null;
  let steps = 0;
  for (;;) {
    const need = agenda.first();
    const noted = state.moved.length;
    if (need) {
      order = null;
      if (!meetNeed(state, need)) return stopped(unmet(state), need.provider, need.name, need.step);
      state.moved.slice(noted).forEach(agenda.leftShared);
      continue;
    }
    if (!order) {
      order = macroOrder(uses, users, state.placements, manifest.shared, settlement([]).layout);
      steps += uses.steps.length;
    }
    const conflict = order.first();
    if (!conflict) return { settlement: settlement([...state.findings, ...includeNotes(state)]), obstacle: null };
    const { name, step, event } = conflict;
    if (steps > MOST_STEPS) return stopped([...state.findings, unsettled(state, conflict)], -1, name, step);
    if (!resolveConflict(state, users, conflict)) return stopped(state.findings, event.item, name, step);
    const isContained = state.moved.slice(noted).map(agenda.leftShared);
    if (conflict.how === 'early' && !isContained.includes(false)) state.moved.slice(noted).forEach(order.leftShared);
    else order = null;
  }
}

function startOf(
  header: Header,
  manifest: Manifest,
  uses: Uses,
  initial: Placements,
  siblings: Siblings,
  together: SettleState['together'],
): SettleState {
  const placements = [...initial];
  const includes = new Map([...siblings].map(([file, others]) => [file, new Set(others)]));
  const reach = fileReach(manifest, placements, includes);
  return {
    header,
    manifest,
    uses,
    placements,
    together,
    includes,
    reach,
    moved: [],
    whyMoved: new Map(),
    findings: [],
  };
}

/** The run stops: what else cannot be met, as things stand, is better said now than one run after another. */
function unmet(state: SettleState): readonly Diagnostic[] {
  const [, ...others] = needsAcrossParts(state.uses, state.placements, state.manifest.shared).filter(
    (one) => !isMet(state, one),
  );
  const attempt = { ...state, includes: new Map([...state.includes].map(([file, known]) => [file, new Set(known)])) };
  for (const other of others) meetNeed(attempt, other);
  const seen = new Set<string>();
  return state.findings.filter(({ message }) => !seen.has(message) && seen.add(message));
}

function unsettled(state: SettleState, conflict: MacroConflict): Diagnostic {
  const message = `'${conflict.name}' would mean something else in part '${conflict.part}', after ${state.moved.length} other moves`;
  const { source } = state.header;
  return diagnostic('unsettled', message, placeOf(source, spanOfItem(state, conflict.event.item)), {
    place: placeOf(source, spanOfStep(state, conflict.step)),
    label: 'used here',
  });
}

function includeNotes(state: SettleState): readonly Diagnostic[] {
  if (state.includes.size === 0) return [];
  const first = new Map<string, Need>();
  for (const need of needsAcrossParts(state.uses, state.placements, state.manifest.shared)) {
    const key = `${fileOf(state.manifest, need.part)}\0${fileOf(state.manifest, need.providerPart)}`;
    if (!first.has(key)) first.set(key, need);
  }
  return [...state.includes].flatMap(([user, providers]) =>
    [...providers].flatMap((provider) => {
      const need = first.get(`${user}\0${provider}`);
      if (!need) return [];
      const { source } = state.header;
      const declared = { place: placeOf(source, spanOfItem(state, need.provider)), label: 'declared here' };
      return [
        diagnostic(
          'part-includes-part',
          `${user} includes ${provider}: '${need.part}' uses '${need.name}' of '${need.providerPart}'`,
          placeOf(source, spanOfStep(state, need.step)),
          declared,
        ),
      ];
    }),
  );
}
