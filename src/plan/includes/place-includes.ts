import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Item } from '../../model/header.ts';
import type { Placements } from '../placement.ts';
import { decideInclude } from './decide-include.ts';
import type { Decision, LeadingBack } from './include-decision.ts';
import type { Follower } from './include-followers.ts';
import { closureOf, filesLeadingTo } from './include-graph.ts';
import type { IncludeInput } from './include-input.ts';
import type { Siblings } from './include-target.ts';
import { includedFile } from './included-file.ts';
import { includedNames } from './included-names.ts';
import type { PlacingState } from './placing-state.ts';

export type PlacedIncludes = {
  readonly placements: Placements;
  /** Includes between part files without which an include would not stand where it must. */
  readonly siblings: Siblings;
  readonly leadingBack: readonly LeadingBack[];
  readonly findings: readonly Diagnostic[];
};

/**
 * Sends each include where it must stand. Most stay in the shared part. One that leads back to the header, or must not
 * come before prototypes that stand above it, goes to the wrapper after the parts when no part needs it, else to a part
 * that can be read behind the one and before the other. What the manifest says is kept, and refused where it would part
 * an include from what needs it.
 */
export function placeIncludes(input: IncludeInput): PlacedIncludes {
  const { header, facts } = input;
  const names = includedNames(input.tree);
  const pulled = new Map<Item, readonly Follower[]>();
  const { path } = header.source;
  const included = header.items.flatMap((item) => includedFile(header, facts, item) ?? []);
  let state: PlacingState = {
    input,
    names,
    leadingBack: filesLeadingTo(facts.graph, included, (file) => file === path),
    pulled,
    placements: input.placements,
    siblings: new Map(),
    moved: [],
  };
  const start = state;
  let findings: Diagnostic[] = [];
  let leadingBack: LeadingBack[] = [];
  for (let index = 0; index < header.items.length; index++) {
    const item = header.items[index];
    const file = item ? includedFile(header, facts, item) : null;
    if (!item || file === null) continue;
    const decision = decideInclude(state, item, file);
    if (decision.kind === 'pulls') {
      // One that went to the wrapper is needed above it: all are placed again.
      pulled.set(decision.include, [...(pulled.get(decision.include) ?? []), ...decision.followers]);
      [state, findings, leadingBack, index] = [start, [], [], -1];
      continue;
    }
    findings.push(...decision.findings);
    if (decision.kind === 'stuck') continue;
    if (decision.leadingBack) leadingBack.push(decision.leadingBack);
    state = carriedOut(state, item, file, decision);
  }
  return { placements: state.placements, siblings: state.siblings, leadingBack, findings };
}

function carriedOut(
  state: PlacingState,
  item: Item,
  file: string,
  { placement, siblings, because, along }: Extract<Decision, { kind: 'placed' }>,
): PlacingState {
  const { manifest, facts, header } = state.input;
  if (placement.by === 'default' && along.length === 0) return { ...state, siblings };
  const going = new Set([item, ...along].map(({ index }) => index));
  const placements = state.placements.map((one, index) => (going.has(index) ? placement : one));
  const { target } = placement;
  if (target.kind === 'drop' || (target.kind === 'part' && target.part === manifest.shared))
    return { ...state, placements, siblings };
  const files = closureOf(facts.graph, file, header.source.path);
  const where = target.kind === 'wrapper' ? 'the wrapper' : `'${target.part}'`;
  return { ...state, placements, siblings, moved: [...state.moved, { item, files, where, because }] };
}
