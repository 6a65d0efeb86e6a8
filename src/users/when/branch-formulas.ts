import type { Names } from '../../scan/names.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { ALWAYS, type Formulas, makeFormulas, NEVER, type When } from './formulas.ts';

/** What the conditions of a project's files say. */
export type BranchFormulas = {
  readonly formulas: Formulas;
  /** When the branch of a file is read, once the file is. */
  readonly whenOf: (path: string, facts: FileFacts, branch: number) => When;
};

/**
 * A condition is one and the same wherever it is spelt alike, unless a file defines or undefines a word of it: then it may
 * differ from place to place.
 *
 * @param all Of each file that matters.
 */
export function branchFormulas(all: readonly FileFacts[], names: Names): BranchFormulas {
  const formulas = makeFormulas();
  const { and, not, variable } = formulas;
  const changing = new Set(all.flatMap(({ changed }) => changed.map(({ name }) => names.wordOf(name))));
  const known = new Map<FileFacts, When[]>();
  const testOf = (path: string, text: string, branch: number): When => {
    if (text === '1') return ALWAYS;
    if (text === '0') return NEVER;
    const isFixed = !(text.match(/[A-Za-z_]\w*/g) ?? []).some((word) => changing.has(word));
    return variable(isFixed ? text : `${text}\n${path}\n${branch}`);
  };
  const whenOf = (path: string, facts: FileFacts, branch: number): When => {
    if (branch <= 0) return ALWAYS;
    const own = known.get(facts) ?? [];
    known.set(facts, own);
    const cached = own[branch];
    if (cached !== undefined) return cached;
    const outer = whenOf(path, facts, facts.branches[branch] ?? 0);
    const when = (facts.tests[branch] ?? []).reduce((sum, { text, isNegated, branch: opened }) => {
      const test = testOf(path, text, opened);
      return and(sum, isNegated ? not(test) : test);
    }, outer);
    own[branch] = when;
    return when;
  };
  return { formulas, whenOf };
}
