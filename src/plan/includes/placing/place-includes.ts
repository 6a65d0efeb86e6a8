import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Item } from '../../../model/header.ts';
import type { Placement, Placements } from '../../placement.ts';
import { closureOf, filesLeadingTo } from '../include-graph.ts';
import type { IncludeInput } from '../include-input.ts';
import type { Siblings } from '../include-target.ts';
import { includedFile } from '../included-file.ts';
import { includedNames } from '../included-names.ts';
import { decideInclude } from './decide-include.ts';
import type { Decision, LeadingBack } from './include-decision.ts';
import type { Follower } from './include-followers.ts';
import { movedIncludes } from './moved-include.ts';
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
  const leading = filesLeadingTo(facts.graph, included, (file) => file === path);
  const start = (): Placing => ({
    input,
    names,
    leadingBack: leading,
    pulled,
    placements: [...input.placements],
    siblings: new Map(),
    moved: movedIncludes(names),
  });
  let state = start();
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
      [state, findings, leadingBack, index] = [start(), [], [], -1];
      continue;
    }
    findings.push(...decision.findings);
    if (decision.kind === 'stuck') continue;
    if (decision.leadingBack) leadingBack.push(decision.leadingBack);
    carryOut(state, item, file, decision);
  }
  return { placements: state.placements, siblings: state.siblings, leadingBack, findings };
}

/** What changes while includes are placed is changed in place: a header of many includes takes linear time. */
type Placing = Omit<PlacingState, 'placements' | 'siblings' | 'moved'> & {
  readonly placements: Placement[];
  siblings: Siblings;
  readonly moved: ReturnType<typeof movedIncludes>;
};

function carryOut(
  state: Placing,
  item: Item,
  file: string,
  { placement, siblings, because, along }: Extract<Decision, { kind: 'placed' }>,
): void {
  const { manifest, facts, header } = state.input;
  state.siblings = siblings;
  if (placement.by === 'default' && along.length === 0) return;
  for (const { index } of [item, ...along]) state.placements[index] = placement;
  const { target } = placement;
  if (target.kind === 'drop' || (target.kind === 'part' && target.part === manifest.shared)) return;
  const files = closureOf(facts.graph, file, header.source.path);
  const where = target.kind === 'wrapper' ? 'the wrapper' : `'${target.part}'`;
  state.moved.add({ item, files, where, because });
}
