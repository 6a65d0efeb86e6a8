import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { endsThatMove } from './ends.ts';
import { innerNeeds } from './inner-needs.ts';
import { layoutReasons } from './layout.ts';
import { offsetsAsked } from './offsets.ts';
import { positionalInitialisers } from './positional.ts';
import type { OrderReason, Reordered } from './reordered.ts';

/** One rule a file: each says where the new order of the members would change what the code means. */
const rules: readonly ((struct: Reordered) => readonly OrderReason[])[] = [
  layoutReasons,
  endsThatMove,
  innerNeeds,
  positionalInitialisers,
  offsetsAsked,
];

/** The findings that keep members from changing places; none when all stay. */
export function orderFindings(struct: Reordered): readonly Diagnostic[] {
  if (struct.order.every((unit, at) => unit === at)) return [];
  return rules.flatMap((rule) =>
    rule(struct).map(({ why, place }) =>
      diagnostic('member-order-matters', `the order of the members of ${struct.struct} matters: ${why}`, place),
    ),
  );
}
