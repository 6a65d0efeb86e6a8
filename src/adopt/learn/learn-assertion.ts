import type { Placement } from '../../manifest/manifest.ts';
import { isMacroCased } from '../../parse/declarations/declarator.ts';
import type { Evidence } from './learn-evidence.ts';

/** One function that begins with a call proves no habit. */
const FEWEST_HOLDERS = 2;

/**
 * The statement that a part asserts, to go by its definitions: a call without use of locals among the first statements
 * of some, held by at least half of them. It must tell the part apart from `others`, or be held by three quarters.
 * Null when there is none.
 */
export function learnAssertion(own: readonly Evidence[], others: readonly Evidence[]): string | null {
  const free = own.flatMap(({ calls }) => calls.filter(({ usesLocals }) => !usesLocals));
  const statements = [...new Set(free.map(({ statement }) => statement))];
  const held = statements
    .map((statement) => {
      const count = countHolders(own, statement);
      const share = count / own.length;
      const tellsApart = countHolders(others, statement) < (others.length * share) / 2 || others.length === 0;
      return { statement, count, share, tellsApart };
    })
    .filter(({ count, share, tellsApart }) => {
      return count >= FEWEST_HOLDERS && share >= 0.5 && (tellsApart || share >= 0.75);
    });
  const [best] = held.sort((a, b) => Number(b.tellsApart) - Number(a.tellsApart) || b.count - a.count);
  return best?.statement ?? null;
}

export function countHolders(evidence: readonly Evidence[], statement: string): number {
  return evidence.filter((one) => one.holds(statement)).length;
}

/** Where most definitions have the assertions in respect of their declarations; `after-declarations` when none tells. */
export function learnPlacement(evidence: readonly Evidence[], assertions: ReadonlySet<string>): Placement {
  const asserting = evidence.flatMap(({ calls }) => calls.filter(({ statement }) => assertions.has(statement)));
  const above = asserting.filter(({ isAboveDeclarations }) => isAboveDeclarations).length;
  const below = asserting.filter(({ isBelowDeclarations }) => isBelowDeclarations).length;
  return above > below ? 'first' : 'after-declarations';
}

/**
 * The macros that count as declarations, to go by the definitions that assert: each stands above a declaration in one,
 * and below an assertion in none.
 */
export function learnDeclarationMacros(
  evidence: readonly Evidence[],
  assertions: ReadonlySet<string>,
): readonly string[] {
  const found = new Set<string>();
  const refuted = new Set<string>();
  for (const { calls } of evidence) {
    const assertedAt = calls.findIndex(({ statement }) => assertions.has(statement));
    if (assertedAt < 0) continue;
    for (const [at, { name, isAboveDeclarations }] of calls.entries()) {
      if (at >= assertedAt) refuted.add(name);
      else if (isMacroCased(name) && isAboveDeclarations) found.add(name);
    }
  }
  return [...found].filter((name) => !refuted.has(name)).sort();
}
