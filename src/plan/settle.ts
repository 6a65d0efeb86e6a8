import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { placeOf } from '../text/place.ts';
import { type Layout, layOut } from './layout.ts';
import { macroConflicts } from './macro-order.ts';
import { needsAcrossParts } from './needs.ts';
import type { Placements } from './placement.ts';
import { resolveConflict } from './settle-macro.ts';
import { fileOf, isMet, meetNeed } from './settle-need.ts';
import { type SettleState, spanOfItem, spanOfStep } from './settle-state.ts';
import type { Uses } from './uses.ts';

/** Placements and layout in which every name means what it meant in the header, or the findings that say why not. */
export type Settlement = {
  readonly placements: Placements;
  readonly layout: Layout;
  readonly findings: readonly Diagnostic[];
};

/**
 * Starts from what manifest and rules say and, while a declaration would lack what it needs or a macro would have
 * another definition at a use, takes the first remedy that keeps the meaning: one part file includes another, or an
 * item that nobody assigned moves to the part that needs it. Each item moves once at most, so that this ends.
 */
export function settle(header: Header, manifest: Manifest, uses: Uses, initial: Placements): Settlement {
  const state: SettleState = { header, manifest, uses, placements: [...initial], includes: new Map(), findings: [] };
  for (;;) {
    const layout = layOut(manifest, state.placements, state.includes);
    const [need, ...others] = needsAcrossParts(uses, state.placements, manifest.shared).filter(
      (one) => !isMet(layout, manifest, one),
    );
    if (need) {
      if (meetNeed(state, layout, need)) continue;
      // The run stops: what else cannot be met is better said now than one run after another.
      for (const other of others) meetNeed(state, layout, other);
      return { placements: state.placements, layout, findings: distinct(state.findings) };
    }
    const [conflict] = macroConflicts(uses, layout);
    if (!conflict)
      return { placements: state.placements, layout, findings: [...state.findings, ...includeNotes(state)] };
    if (!resolveConflict(state, conflict)) return { placements: state.placements, layout, findings: state.findings };
  }
}

function distinct(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return findings.filter(({ message }) => !seen.has(message) && seen.add(message));
}

function includeNotes(state: SettleState): readonly Diagnostic[] {
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
