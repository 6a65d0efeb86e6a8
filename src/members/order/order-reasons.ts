import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { carriersOf } from './carriers.ts';
import { cplusplusUses } from './cplusplus.ts';
import { endsThatMove } from './ends.ts';
import { innerNeeds } from './inner-needs.ts';
import { instancesOf } from './instances.ts';
import { layoutReasons } from './layout.ts';
import { macroLookup } from './macro-lookup.ts';
import { memoryUses } from './memory.ts';
import { offsetMacros } from './offset-macros.ts';
import { offsetsAsked } from './offsets.ts';
import type { Ordered } from './ordered.ts';
import { knownOutside } from './outside.ts';
import { positionalInitialisers } from './positional.ts';
import type { OrderReason, Reordered } from './reordered.ts';
import { speltApart } from './spelt-apart.ts';

/** One rule a file: each says where the new order of the members would change what the code means. */
const rules: readonly ((struct: Ordered) => readonly OrderReason[])[] = [
  layoutReasons,
  endsThatMove,
  innerNeeds,
  positionalInitialisers,
  offsetsAsked,
  memoryUses,
  speltApart,
  cplusplusUses,
  knownOutside,
];

/** The findings that keep members from changing places; none when all stay. */
export function orderFindings(struct: Reordered): readonly Diagnostic[] {
  if (struct.order.every((unit, at) => unit === at)) return [];
  const { tree, names } = struct;
  const carriers = carriersOf(tree, names);
  const macrosNamed = macroLookup(tree);
  const asked = {
    ...struct,
    carriers,
    instances: instancesOf(tree, carriers),
    isOffsetMacro: offsetMacros(macrosNamed),
    macrosNamed,
  };
  return rules.flatMap((rule) =>
    rule(asked).map(({ why, place }) =>
      diagnostic('member-order-matters', `the order of the members of ${struct.struct} matters: ${why}`, place),
    ),
  );
}
