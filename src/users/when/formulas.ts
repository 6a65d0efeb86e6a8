/** Under which choices of options something holds, as a number: equal numbers mean the same, 0 never and 1 always. */
export type When = number;

export const NEVER: When = 0;
export const ALWAYS: When = 1;

/** The choices that a run tells apart, as binary decision diagrams. */
export type Formulas = {
  /** What holds where `key` does. */
  readonly variable: (key: string) => When;
  readonly not: (one: When) => When;
  readonly and: (one: When, other: When) => When;
  readonly or: (one: When, other: When) => When;
  /** Whether one holds wherever `inner` does. */
  readonly covers: (outer: When, inner: When) => boolean;
};

/**
 * A diagram may grow with each condition twofold. Beyond `most` nodes in all nothing is told apart any more: a result is
 * then one of the operands, or always. No project that was tried comes near.
 */
export function makeFormulas(most = MOST): Formulas {
  const level: number[] = [LEAF, LEAF];
  const low: When[] = [0, 1];
  const high: When[] = [0, 1];
  const nodes = new Map<string, When>();
  const variables = new Map<string, number>();
  const chosen = new Map<number, When>();
  const node = (at: number, no: When, yes: When): When => {
    if (no === yes) return no;
    const key = `${at} ${no} ${yes}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    level.push(at);
    low.push(no);
    high.push(yes);
    nodes.set(key, level.length - 1);
    return level.length - 1;
  };
  /** `test ? yes : no`. */
  const choose = (test: When, yes: When, no: When): When => {
    if (test === ALWAYS || yes === no) return yes;
    if (test === NEVER) return no;
    if (yes === ALWAYS && no === NEVER) return test;
    if (level.length > most) return no === NEVER ? test : ALWAYS;
    const key = (test * MOST + yes) * MOST + no;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const at = Math.min(level[test] ?? LEAF, level[yes] ?? LEAF, level[no] ?? LEAF);
    const half = (one: When, side: readonly When[]): When => (level[one] === at ? (side[one] ?? 0) : one);
    const result = node(
      at,
      choose(half(test, low), half(yes, low), half(no, low)),
      choose(half(test, high), half(yes, high), half(no, high)),
    );
    chosen.set(key, result);
    return result;
  };
  return {
    variable: (key) => {
      const at = variables.get(key) ?? variables.size;
      variables.set(key, at);
      return node(at, NEVER, ALWAYS);
    },
    not: (one) => choose(one, NEVER, ALWAYS),
    and: (one, other) => choose(one, other, NEVER),
    or: (one, other) => choose(one, ALWAYS, other),
    covers: (outer, inner) => outer === ALWAYS || inner === outer || choose(inner, outer, ALWAYS) === ALWAYS,
  };
}

const LEAF = 0x7fffffff;
/** Three of them make one exact number. */
const MOST = 1 << 17;
