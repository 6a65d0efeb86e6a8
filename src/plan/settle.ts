import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { placeOf } from '../text/place.ts';
import type { Span } from '../text/span.ts';
import { type Layout, layOut, reaches } from './layout.ts';
import { type MacroConflict, macroConflicts } from './macro-order.ts';
import { type Need, needsAcrossParts, partsWithin } from './needs.ts';
import { functionNames, type Placement, type Placements, partOf, partTarget } from './placement.ts';
import { wrapperKey } from './split-plan.ts';
import type { Uses } from './uses.ts';

/** Placements and layout in which every name means what it meant in the header, or the findings that say why not. */
export type Settlement = {
  readonly placements: Placements;
  readonly layout: Layout;
  readonly findings: readonly Diagnostic[];
};

type State = {
  readonly header: Header;
  readonly manifest: Manifest;
  readonly uses: Uses;
  readonly placements: Placement[];
  readonly includes: Map<string, Set<string>>;
  readonly findings: Diagnostic[];
};

/**
 * Starts from what manifest and rules say and, while a declaration would lack what it needs or a macro would have
 * another definition at a use, takes the first remedy that keeps the meaning: one part file includes another, or an
 * item that nobody assigned moves to the part that needs it. Each item moves once at most, so that this ends.
 */
export function settle(header: Header, manifest: Manifest, uses: Uses, initial: Placements): Settlement {
  const state: State = { header, manifest, uses, placements: [...initial], includes: new Map(), findings: [] };
  for (;;) {
    const layout = layOut(manifest, state.placements, state.includes);
    const [need] = needsAcrossParts(uses, state.placements, manifest.shared).filter(
      (one) => !isMet(layout, manifest, one),
    );
    if (need) {
      if (meet(state, layout, need)) continue;
      return { placements: state.placements, layout, findings: state.findings };
    }
    const [conflict] = macroConflicts(uses, layout);
    if (!conflict)
      return { placements: state.placements, layout, findings: [...state.findings, ...includeNotes(state)] };
    if (!resolve(state, conflict)) return { placements: state.placements, layout, findings: state.findings };
  }
}

function fileOf(manifest: Manifest, part: string): string {
  return manifest.parts.find(({ name }) => name === part)?.file ?? '';
}

function isMet(layout: Layout, manifest: Manifest, need: Need): boolean {
  const [user, provider] = [fileOf(manifest, need.part), fileOf(manifest, need.providerPart)];
  if (user !== provider) return reaches(layout, user, provider);
  const names = manifest.parts.map(({ name }) => name);
  return names.indexOf(need.providerPart) < names.indexOf(need.part);
}

/** Finds a remedy for a need; false when there is none and a finding says so. */
function meet(state: State, layout: Layout, need: Need): boolean {
  const { manifest, uses } = state;
  const [user, provider] = [fileOf(manifest, need.part), fileOf(manifest, need.providerPart)];
  const step = uses.steps[need.step];
  const userItem = step?.kind === 'item' ? step.item.index : null;
  const why = `it uses '${need.name}'`;
  if (need.part !== manifest.shared && user !== provider && !reaches(layout, provider, user)) {
    const known = state.includes.get(user) ?? new Set();
    state.includes.set(user, known.add(provider));
    return true;
  }
  if (userItem !== null && move(state, userItem, need.providerPart, why, spanOfItem(state, need.provider))) return true;
  const neededBy = `'${need.part}' needs it here`;
  if (move(state, need.provider, need.part, neededBy, spanOfStep(state, need.step))) return true;
  const source = state.header.source;
  const places = [
    {
      place: placeOf(source, spanOfItem(state, need.provider)),
      label: `'${need.name}' is declared here, in part '${need.providerPart}'`,
    },
  ];
  const isSameFile = user === provider;
  const message = isSameFile
    ? `'${need.part}' comes before '${need.providerPart}' in ${user} and uses '${need.name}'`
    : `${user} would have to include ${provider}, which includes it: '${need.part}' uses '${need.name}'`;
  state.findings.push(
    diagnostic(
      isSameFile ? 'section-order' : 'calls-back',
      message,
      placeOf(source, spanOfStep(state, need.step)),
      ...places,
    ),
  );
  return false;
}

/** Finds a remedy for a macro conflict; false when there is none and a finding says so. */
function resolve(state: State, conflict: MacroConflict): boolean {
  const step = state.uses.steps[conflict.step];
  const isOwnCondition =
    step?.kind === 'conditions' && conflict.event.item >= step.first && conflict.event.item <= step.last;
  if (step?.kind === 'conditions' && isOwnCondition) return keepWhole(state, step.first, step.last, conflict);
  if (!conflict.event.defines && usedInSeveralParts(state, conflict)) return endAfterParts(state, conflict);
  const why = `'${conflict.name}' is used ${conflict.how === 'early' ? 'before this' : 'after this'}, in part '${conflict.part}'`;
  if (
    conflict.part !== wrapperKey &&
    move(state, conflict.event.item, conflict.part, why, spanOfStep(state, conflict.step))
  ) {
    if (!conflict.event.defines) moveDefinitionAlong(state, conflict);
    return true;
  }
  state.findings.push(meaningChanges(state, conflict));
  return false;
}

/** Whether items of more than one part other than the shared one use a macro before its `#undef`. */
function usedInSeveralParts(state: State, { name, event }: MacroConflict): boolean {
  const parts = new Set<string>();
  state.uses.usedBy.forEach(({ words }, at) => {
    const step = state.uses.steps[at];
    if (step?.kind !== 'item' || !words.has(name) || at >= event.step) return;
    const part = partOf(state.placements, step.item.index);
    if (part !== null && part !== state.manifest.shared) parts.add(part);
  });
  return parts.size > 1;
}

/** No part can end a macro that several use: the wrapper does, after all of them. */
function endAfterParts(state: State, conflict: MacroConflict): boolean {
  const { item } = conflict.event;
  if (state.placements[item]?.by !== 'default') {
    state.findings.push(meaningChanges(state, conflict));
    return false;
  }
  state.placements[item] = { target: { kind: 'wrapper' }, by: 'rule' };
  const { source } = state.header;
  const message = `this goes to the wrapper: several parts use '${conflict.name}', which stays defined behind each part alone`;
  const because = { place: placeOf(source, spanOfStep(state, conflict.step)), label: 'used here' };
  state.findings.push(diagnostic('declaration-moved', message, placeOf(source, spanOfItem(state, item)), because));
  return true;
}

/** The `#define` that a moved `#undef` ends goes with it, when nobody but the same part needs it. */
function moveDefinitionAlong(state: State, conflict: MacroConflict): void {
  const { uses } = state;
  const define = (uses.events.get(conflict.name) ?? []).findLast(
    (event) => event.defines && event.step < conflict.event.step,
  );
  if (!define) return;
  const others = uses.usedBy.some(({ words }, at) => {
    const step = uses.steps[at];
    if (!words.has(conflict.name) || at <= define.step || at >= conflict.event.step || !step) return false;
    const parts =
      step.kind === 'item'
        ? [partOf(state.placements, step.item.index)]
        : partsWithin(state.placements, step.first, step.last);
    return parts.some((part) => part !== conflict.part);
  });
  if (!others)
    move(
      state,
      define.item,
      conflict.part,
      `it holds up to the #undef that goes there`,
      spanOfItem(state, conflict.event.item),
    );
}

/** A group whose own content changes its condition cannot be tested twice: all of it goes where its prototypes go. */
function keepWhole(state: State, first: number, last: number, conflict: MacroConflict): boolean {
  const { items, source } = state.header;
  const group = items.slice(first, last + 1);
  const parts = new Map<string, number>();
  for (const item of group) {
    const part = partOf(state.placements, item.index);
    if (
      part !== null &&
      (state.placements[item.index]?.by !== 'default' || functionNames(item).length > 0) &&
      !parts.has(part)
    )
      parts.set(part, item.index);
  }
  const [part, ...others] = parts.keys();
  const other = others[0];
  if (part !== undefined && other === undefined) {
    const moved = group.map(
      (item) =>
        partOf(state.placements, item.index) !== part &&
        move(
          state,
          item.index,
          part,
          `the group tests '${conflict.name}' and changes it`,
          spanOfStep(state, conflict.step),
        ),
    );
    if (moved.includes(true)) return true;
  }
  if (other === undefined) {
    state.findings.push(meaningChanges(state, conflict));
    return false;
  }
  const places = [part ?? '', other].map((name) => ({
    place: placeOf(source, spanOfItem(state, parts.get(name) ?? first)),
    label: `goes to '${name}'`,
  }));
  const message = `the group changes '${conflict.name}', which its own condition tests, and its declarations go to different parts`;
  state.findings.push(
    diagnostic('group-divided', message, placeOf(source, spanOfStep(state, conflict.step)), ...places),
  );
  return false;
}

function meaningChanges(state: State, conflict: MacroConflict): Diagnostic {
  const { source } = state.header;
  const label = conflict.how === 'early' ? 'this would come before it' : 'this would not come before it any more';
  const message = `'${conflict.name}' would mean something else here, in part '${conflict.part}', after the split`;
  return diagnostic('meaning-changes', message, placeOf(source, spanOfStep(state, conflict.step)), {
    place: placeOf(source, spanOfItem(state, conflict.event.item)),
    label,
  });
}

/** Moves an item that nobody assigned, once; the note says why and shows the place that made it move. */
function move(state: State, item: number, part: string, why: string, because: Span): boolean {
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

function includeNotes(state: State): readonly Diagnostic[] {
  return [...state.includes].flatMap(([user, providers]) =>
    [...providers].flatMap((provider) => {
      const need = needsAcrossParts(state.uses, state.placements, state.manifest.shared).find(
        (one) => fileOf(state.manifest, one.part) === user && fileOf(state.manifest, one.providerPart) === provider,
      );
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

function spanOfItem(state: State, item: number): Span {
  return state.header.items[item]?.span ?? { start: 0, end: 0 };
}

function spanOfStep(state: State, at: number): Span {
  const step = state.uses.steps[at];
  if (step?.kind === 'item') return step.item.span;
  return step?.group.branches[0]?.directive.span ?? { start: 0, end: 0 };
}
