import type { Lexer } from './lex.ts';
import type { MacroTokens } from './macro-tokens.ts';
import type { Tokens } from './tokens.ts';

/** The conditional groups of a file while it is lexed: which branches' tokens stay. */
export type Branches = {
  /** `#if`; null: whether it holds is not known. */
  readonly open: (holds: boolean | null) => void;
  /** `#elif`, and `#else` with true. */
  readonly next: (holds: boolean | null) => void;
  /** `#endif`. */
  readonly close: () => void;
  /** Closes what is open at the end of the file. */
  readonly finish: () => void;
};

/** A point between tokens. */
type Mark = { readonly tokens: number; readonly macros: number; readonly braces: number; readonly parentheses: number };

type Group = {
  /** Where the branch that is being read begins. */
  branch: Mark;
  /** The ends of the branches that count; the first is kept when they open different numbers of brackets. */
  readonly ends: Mark[];
  /** No branch opens brackets that it does not close, or closes others. */
  isBalanced: boolean;
  isDropped: boolean;
  /** A branch that holds was read: those behind it do not count. */
  isDecided: boolean;
};

/** Deeper groups count as one with that around them: nobody writes them, and a file must not choose our memory. */
const DEEPEST = 4096;

/**
 * Every branch counts when none opens brackets that it does not close; else the first one does. What stands below
 * `#if 0` is dropped.
 */
export function makeBranches(file: {
  readonly code: Tokens;
  readonly macros: MacroTokens[];
  readonly lexer: Lexer;
}): Branches {
  const { code, macros, lexer } = file;
  const groups: Group[] = [];
  let ignored = 0;

  const mark = (): Mark => ({
    tokens: code.count,
    macros: macros.length,
    braces: lexer.braces,
    parentheses: lexer.parentheses,
  });
  const returnTo = (to: Mark): void => {
    code.count = to.tokens;
    macros.length = to.macros;
    [lexer.braces, lexer.parentheses] = [to.braces, to.parentheses];
  };
  const begin = (group: Group, holds: boolean | null): void => {
    group.branch = mark();
    group.isDropped = holds === false || group.isDecided;
    if (holds === true) group.isDecided = true;
  };
  const end = (group: Group): void => {
    if (group.isDropped) {
      returnTo(group.branch);
      return;
    }
    const { braces, parentheses } = group.branch;
    if (lexer.braces !== braces || lexer.parentheses !== parentheses) group.isBalanced = false;
    group.ends.push(mark());
  };
  return {
    open: (holds) => {
      if (groups.length >= DEEPEST) {
        ignored++;
        return;
      }
      const group: Group = {
        branch: mark(),
        ends: [],
        isBalanced: true,
        isDropped: false,
        isDecided: false,
      };
      groups.push(group);
      begin(group, holds);
    },
    next: (holds) => {
      const group = groups.at(-1);
      if (group === undefined || ignored > 0) return;
      end(group);
      begin(group, holds);
    },
    close: () => {
      if (ignored > 0) {
        ignored--;
        return;
      }
      const group = groups.pop();
      if (group === undefined) return;
      end(group);
      const first = group.ends[0];
      if (first !== undefined && !group.isBalanced) returnTo(first);
    },
    finish: () => {
      while (groups.length > 0) {
        const group = groups.pop();
        if (group?.isDropped) returnTo(group.branch);
      }
    },
  };
}
