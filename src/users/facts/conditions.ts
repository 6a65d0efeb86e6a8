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
  /** The innermost branch around the group that is open: where the condition of its `#elif` is read. */
  readonly outerBranch: () => number;
  /** By number, the branch around each branch. */
  readonly around: readonly number[];
  /** By number, what its own directives test: all of it holds in the branch. Nothing for a guard's. */
  readonly tests: readonly (readonly BranchTest[])[];
  /** Whether each group that was opened was closed. Asked at the end. */
  readonly arePaired: () => boolean;
};

/** A condition as it is spelt, and the branch that it opened; `isNegated`: it does not hold. */
export type BranchTest = { readonly text: string; readonly isNegated: boolean; readonly branch: number };

type Group = { isGuard: boolean; isDisabled: boolean; branch: number; tried: BranchTest[] };

/** Reads the directives of one file in their order. A guard is the first condition, of a macro that is defined next. */
export function makeConditions(): Conditions {
  const groups: Group[] = [];
  /** By number, the branch around each. */
  const branches = [0];
  const tests: (readonly BranchTest[])[] = [[]];
  let isFirst = true;
  let isPaired = true;
  let tested: string | null = null;
  return {
    see: (word, condition) => {
      const here = groups.at(-1);
      if (tested !== null && here && groups.length === 1) {
        here.isGuard = word === 'define' && firstWord(condition) === tested;
        if (here.isGuard) tests[here.branch] = [];
      }
      tested = null;
      if (word === 'if' || word === 'ifdef' || word === 'ifndef') {
        branches.push(groups.at(-1)?.branch ?? 0);
        const test = testOf(word, condition, branches.length - 1);
        tests.push([test]);
        groups.push({
          branch: branches.length - 1,
          tried: [test],
          isGuard: false,
          isDisabled: word === 'if' && /^\s*0\s*(?:$|\/[*/])/.test(condition),
        });
        if (isFirst) tested = testedMacro(word, condition);
        isFirst = false;
      } else if (word === 'else' || word.startsWith('elif')) {
        if (here) {
          branches.push(groups.at(-2)?.branch ?? 0);
          const before = here.tried.map((one) => ({ ...one, isNegated: !one.isNegated }));
          const own = word === 'else' ? [] : [testOf(word.slice('el'.length), condition, branches.length - 1)];
          tests.push([...before, ...own]);
          here.tried.push(...own);
          // A guard's condition has no second branch.
          tests[here.tried[0]?.branch ?? 0] = here.tried.slice(0, 1);
          [here.isGuard, here.isDisabled, here.branch] = [false, false, branches.length - 1];
        } else isPaired = false;
      } else if (word === 'endif') {
        if (groups.pop() === undefined) isPaired = false;
      } else if (word === 'include') isFirst = false;
    },
    isSure: () => groups.every(({ isGuard }) => isGuard),
    isDisabled: () => groups.some(({ isDisabled }) => isDisabled),
    branch: () => groups.findLast(({ isGuard }) => !isGuard)?.branch ?? 0,
    outerBranch: () => groups.slice(0, -1).findLast(({ isGuard }) => !isGuard)?.branch ?? 0,
    around: branches,
    tests,
    arePaired: () => isPaired && groups.length === 0,
  };
}

/** `ifdef X` and `if defined(X)` are one condition, and so is each with its opposite. */
function testOf(word: string, condition: string, branch: number): BranchTest {
  const text = condition
    .replace(/\/\*[\s\S]*?(?:\*\/|$)|\/\/.*|\\\r?\n/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  if (word !== 'if') return { text: `defined ${firstWord(text) ?? text}`, isNegated: word === 'ifndef', branch };
  const [, not, inside, bare] = /^(! ?)?(?:defined ?\( ?(\w+) ?\)|defined (\w+))$/.exec(text) ?? [];
  const name = inside ?? bare;
  return name === undefined
    ? { text, isNegated: false, branch }
    : { text: `defined ${name}`, isNegated: not !== undefined, branch };
}

function testedMacro(word: string, condition: string): string | null {
  if (word === 'ifndef') return firstWord(condition);
  const found = word === 'if' ? /^\s*!\s*defined\s*(?:\(\s*(\w+)\s*\)|(\w+))/.exec(condition) : null;
  return found?.[1] ?? found?.[2] ?? null;
}

function firstWord(text: string): string | null {
  return /^\s*(\w+)/.exec(text)?.[1] ?? null;
}
