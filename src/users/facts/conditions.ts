/** What the conditional directives above a line say of it. */
export type Conditions = {
  /** `condition` is the text behind the word, comments included. */
  readonly see: (word: string, condition: string) => void;
  /** No condition but a guard's. */
  readonly isSure: () => boolean;
  /** In a branch that no compiler reads. */
  readonly isDisabled: () => boolean;
  /** The innermost branch, by a number; 0 outside all, a guard's included. */
  readonly branch: () => number;
  /** By number, the branch around each branch. */
  readonly around: readonly number[];
  /** Whether each group that was opened was closed. Asked at the end. */
  readonly arePaired: () => boolean;
};

type Group = { isGuard: boolean; isDisabled: boolean; branch: number };

/** Reads the directives of one file in their order. A guard is the first condition, of a macro that is defined next. */
export function makeConditions(): Conditions {
  const groups: Group[] = [];
  /** By number, the branch around each. */
  const branches = [0];
  let isFirst = true;
  let isPaired = true;
  let tested: string | null = null;
  return {
    see: (word, condition) => {
      const here = groups.at(-1);
      if (tested !== null && here && groups.length === 1)
        here.isGuard = word === 'define' && firstWord(condition) === tested;
      tested = null;
      if (word === 'if' || word === 'ifdef' || word === 'ifndef') {
        branches.push(groups.at(-1)?.branch ?? 0);
        groups.push({
          branch: branches.length - 1,
          isGuard: false,
          isDisabled: word === 'if' && /^\s*0\s*(?:$|\/[*/])/.test(condition),
        });
        if (isFirst) tested = testedMacro(word, condition);
        isFirst = false;
      } else if (word === 'else' || word.startsWith('elif')) {
        if (here) {
          branches.push(groups.at(-2)?.branch ?? 0);
          [here.isGuard, here.isDisabled, here.branch] = [false, false, branches.length - 1];
        } else isPaired = false;
      } else if (word === 'endif') {
        if (groups.pop() === undefined) isPaired = false;
      } else if (word === 'include') isFirst = false;
    },
    isSure: () => groups.every(({ isGuard }) => isGuard),
    isDisabled: () => groups.some(({ isDisabled }) => isDisabled),
    branch: () => groups.findLast(({ isGuard }) => !isGuard)?.branch ?? 0,
    around: branches,
    arePaired: () => isPaired && groups.length === 0,
  };
}

function testedMacro(word: string, condition: string): string | null {
  if (word === 'ifndef') return firstWord(condition);
  const found = word === 'if' ? /^\s*!\s*defined\s*(?:\(\s*(\w+)\s*\)|(\w+))/.exec(condition) : null;
  return found?.[1] ?? found?.[2] ?? null;
}

function firstWord(text: string): string | null {
  return /^\s*(\w+)/.exec(text)?.[1] ?? null;
}
