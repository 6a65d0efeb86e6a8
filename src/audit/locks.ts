import { MOST_LOCKS } from '../guards/lock-words.ts';
import type { LockRule } from '../manifest/audit/audit-rules.ts';
import type { AssertedPart } from './predicates.ts';

/** A lock with everything said. */
export type Lock = {
  readonly acquire: readonly string[];
  readonly acquireIfZero: readonly string[];
  readonly release: readonly string[];
  readonly holds: readonly string[];
  readonly neededBy: readonly string[];
};

/**
 * The locks of an audit: those that the rules name, or, where they name none, one for each predicate that a part
 * asserts.
 */
export function locksOf(rules: readonly LockRule[] | null, asserted: readonly AssertedPart[]): readonly Lock[] {
  if (rules !== null) return rules.slice(0, MOST_LOCKS).map((rule) => completed(rule, asserted));
  const byPredicate = new Map<string, Set<string>>();
  for (const { part, predicates } of asserted) {
    for (const predicate of predicates) {
      const parts = byPredicate.get(predicate) ?? new Set();
      byPredicate.set(predicate, parts.add(part));
    }
  }
  return [...byPredicate].slice(0, MOST_LOCKS).map(([predicate, parts]) => ({
    acquire: [],
    acquireIfZero: [],
    release: [],
    holds: [predicate],
    neededBy: [...parts],
  }));
}

function completed(
  { acquire, acquireIfZero, release, holds, neededBy }: LockRule,
  asserted: readonly AssertedPart[],
): Lock {
  const predicates = [...new Set(asserted.flatMap((one) => one.predicates))];
  const asking = asserted.filter((one) => one.predicates.length > 0).map(({ part }) => part);
  return { acquire, acquireIfZero, release, holds: holds ?? predicates, neededBy: neededBy ?? [...new Set(asking)] };
}
