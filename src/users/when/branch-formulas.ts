import type { Names } from '../../scan/names.ts';
import type { BranchTest } from '../facts/conditions.ts';
import type { DirectiveFacts } from '../facts/file-facts.ts';
import { ALWAYS, type Formulas, makeFormulas, NEVER, type When } from './formulas.ts';

/** What the conditions of a project's files say. */
export type BranchFormulas = {
  readonly formulas: Formulas;
  /** When the branch of a file is read, once the file is. */
  readonly whenOf: (path: string, facts: DirectiveFacts, branch: number) => When;
};

/**
 * A condition is one and the same wherever it is spelt alike, unless a file defines or undefines a word of it: then it may
 * differ from place to place.
 *
 * @param all Of each file that matters.
 */
export function branchFormulas(all: readonly DirectiveFacts[], names: Names): BranchFormulas {
  const formulas = makeFormulas();
  const { and, not, variable } = formulas;
  const changing = new Set<number>();
  for (const { changed } of all) for (const { name } of changed) changing.add(name);
  const known = new Map<DirectiveFacts['tests'], When[]>();
  const testOf = (path: string, { text, isNegated, branch }: BranchTest): When => {
    if (text === '1') return isNegated ? NEVER : ALWAYS;
    if (text === '0') return isNegated ? ALWAYS : NEVER;
    const isFixed = !(text.match(/[A-Za-z_]\w*/g) ?? []).some((word) => changing.has(names.numberOf(word)));
    // A file that is read twice in a unit may be read once with it and once without.
    if (!isFixed) return variable(`${isNegated} ${text}\n${path}\n${branch}`);
    return isNegated ? not(variable(text)) : variable(text);
  };
  const whenOf = (path: string, facts: DirectiveFacts, branch: number): When => {
    if (branch <= 0) return ALWAYS;
    const own = known.get(facts.tests) ?? [];
    known.set(facts.tests, own);
    const cached = own[branch];
    if (cached !== undefined) return cached;
    const outer = whenOf(path, facts, facts.branches[branch] ?? 0);
    const when = (facts.tests[branch] ?? []).reduce((sum, test) => and(sum, testOf(path, test)), outer);
    own[branch] = when;
    return when;
  };
  return { formulas, whenOf };
}
