import { isZero, type Tokens, token } from '../scan/tokens.ts';
import { isWord, word } from '../scan/words.ts';
import type { Answer } from './answers.ts';
import { type ConditionReader, makeConditions } from './conditions.ts';
import { type Body, DEEPEST, type FlowState, type Steadiness } from './flow-state.ts';
import { type LockWords, NOWHERE } from './lock-words.ts';
import { guardIn } from './scope-guards.ts';

/** A walk that changes what is known at a label is made again, so often at most. */
const MOST_WALKS = 12;

/**
 * Gives `record` the locks that are held at each call of a body, by the byte where the call begins: what is held on
 * every way to it, by `goto` too. Nothing is recorded where nothing is held.
 */
export function readFlow(tokens: Tokens, body: Body, words: LockWords, record: FlowState['record']): void {
  settle(tokens, body, words, {
    held: 0,
    record: (call, locks) => {
      if (locks !== 0 && locks !== NOWHERE) record(call, locks);
    },
  });
}

/** Gives `record` the calls of a body that no way leads to, where variables are known to be true or false throughout. */
export function readDeadCalls(
  tokens: Tokens,
  body: Body,
  words: LockWords,
  values: ReadonlyMap<number, boolean>,
  record: (call: number) => void,
): void {
  const known = [...values].map(([name, value]) => [name, value ? neverFalse : neverTrue] as const);
  settle(tokens, body, words, {
    held: 0,
    answers: new Map(known),
    record: (call, locks) => {
      if (locks === NOWHERE) record(call);
    },
  });
}

const [never, always] = [
  { holds: NOWHERE, denies: 0 },
  { holds: 0, denies: 0 },
];
const neverTrue: Answer = { whenTrue: never, whenFalse: always };
const neverFalse: Answer = { whenTrue: always, whenFalse: never };

/** What a body does to the locks `all`: those that are held behind it whatever was before, and those that may not be. */
export function effectOf(
  tokens: Tokens,
  body: Body,
  words: LockWords,
  all: number,
): { readonly acquires: number; readonly releases: number } {
  const record = (): void => {};
  const fromNone = settle(tokens, body, words, { held: 0, record });
  const fromAll = settle(tokens, body, words, { held: all, record });
  if (fromNone === null || fromAll === null || fromNone === NOWHERE) return { acquires: 0, releases: 0 };
  return { acquires: fromNone & all, releases: all & ~fromAll };
}

type Beginning = {
  readonly held: number;
  readonly answers?: ReadonlyMap<number, Answer>;
  readonly record: FlowState['record'];
};

/** What is held where the body is left; null where it is nested too deep. */
function settle(tokens: Tokens, body: Body, words: LockWords, { held, answers, record }: Beginning): number | null {
  const labels = new Map<number, number>();
  const loops = new Map<number, number>();
  const addressed = new Set<number>();
  const steadiness = new Map<number, Steadiness>();
  for (let walks = 0; walks < MOST_WALKS; walks++) {
    const found: [number, number][] = [];
    const state: FlowState = {
      tokens,
      body,
      words,
      held,
      answers: new Map(answers),
      steadiness,
      addressed,
      record: (start, locks) => found.push([start, locks]),
      depth: 0,
    };
    const walk = makeWalk(state, { labels, loops });
    if (walk(body) === 'too-deep') return null;
    if (walk.isSettled()) {
      for (const [start, locks] of found) record(start, locks);
      return walk.left() & state.held;
    }
  }
  return null;
}

type Known = { readonly labels: Map<number, number>; readonly loops: Map<number, number> };

type Walk = ((body: Body) => 'done' | 'too-deep') & {
  readonly isSettled: () => boolean;
  /** What is held at each `return`. */
  readonly left: () => number;
};

function makeWalk(state: FlowState, { labels, loops }: Known): Walk {
  const { kind, name, match } = state.tokens;
  const conditions: ConditionReader = makeConditions(state);
  let isSettled = true;
  let isTooDeep = false;
  /** What is held at each `break` of the statement around, at each `continue`, and where a `switch` begins. */
  let [breaks, continues, cases] = [NOWHERE, NOWHERE, NOWHERE];
  let hasDefault = false;
  let returns = NOWHERE;
  /** What the ends of the scopes around release, and of those around the loop or `switch` around. */
  let [guarded, guardedOutside] = [0, 0];

  const heldWithout = (locks: number): number => (state.held === NOWHERE ? NOWHERE : state.held & ~locks);
  /** The end of a scope. */
  const leave = (outer: number): void => {
    state.held = heldWithout(guarded & ~outer);
    guarded = outer;
  };
  const scope = (from: number, to: number): void => {
    const outer = guarded;
    statements(from, to);
    leave(outer);
  };
  const meet = (map: Map<number, number>, key: number): void => {
    const before = map.get(key) ?? NOWHERE;
    const after = before & state.held;
    if (after !== before) {
      map.set(key, after);
      isSettled = false;
    }
  };
  const statements = (from: number, to: number): void => {
    for (let at = from; at < to; ) at = Math.max(at + 1, statement(at, to));
  };
  const statement = (at: number, to: number): number => {
    if (at >= to) return to;
    if (++state.depth > DEEPEST) isTooDeep = true;
    const next = isTooDeep ? to : readStatement(at, to);
    state.depth--;
    return next;
  };
  const readStatement = (at: number, to: number): number => {
    if (kind[at] === token.openBrace) {
      const close = match[at] || to;
      scope(at + 1, close);
      return close + 1;
    }
    if (kind[at] !== token.name) return expressionStatement(at, to);
    switch (name[at]) {
      case word.if:
        return branch(at, to);
      case word.while:
      case word.for:
        return loop(at, to);
      case word.do:
        return doLoop(at, to);
      case word.switch:
        return choice(at, to);
      case word.return: {
        const end = expressionStatement(at + 1, to);
        returns &= heldWithout(guarded);
        state.held = NOWHERE;
        return end;
      }
      case word.goto:
        if (kind[at + 1] === token.name) meet(labels, name[at + 1] ?? 0);
        // `goto *table[n]`.
        else for (const label of state.addressed) meet(labels, label);
        state.held = NOWHERE;
        return endOfStatement(at, to) + 1;
      case word.break:
        breaks &= heldWithout(guarded & ~guardedOutside);
        state.held = NOWHERE;
        return at + 2;
      case word.continue:
        continues &= heldWithout(guarded & ~guardedOutside);
        state.held = NOWHERE;
        return at + 2;
      case word.case:
      case word.default:
        state.held &= cases;
        if (name[at] === word.default) hasDefault = true;
        return behindColon(at, to);
      case word.else:
        return at + 1;
      default:
        return named(at, to);
    }
  };
  /** A label, a macro that governs a statement, or an expression. */
  const named = (at: number, to: number): number => {
    if (kind[at + 1] === token.colon && !isWord(name[at] ?? 0)) {
      state.held &= labels.get(name[at] ?? 0) ?? NOWHERE;
      return at + 2;
    }
    const close = kind[at + 1] === token.open ? (match[at + 1] ?? 0) : 0;
    const behind = kind[close + 1];
    if (state.words.guards.get(name[at] ?? 0)?.acquires === 0) return expressionStatement(at, to);
    const governs = close > 0 && close + 1 < to && (behind === token.openBrace || behind === token.name);
    if (!governs || isWord(name[at] ?? 0)) return expressionStatement(at, to);
    const { words } = state;
    const entered = state.held;
    conditions.expression(at, close + 1);
    const scoped = words.scopes.get(name[at] ?? 0) ?? 0;
    if (state.held !== NOWHERE) state.held |= scoped;
    const acquired = (words.acquire.get(name[at] ?? 0) ?? 0) | scoped;
    const isLoop = words.isLoop(name[at] ?? 0);
    if (isLoop) state.held &= loops.get(at) ?? NOWHERE;
    const before = state.held;
    const outer = [breaks, continues] as const;
    const outside = guardedOutside;
    [breaks, continues, guardedOutside] = [NOWHERE, NOWHERE, guarded];
    const end = statement(close + 1, to);
    guardedOutside = outside;
    const left = breaks & continues;
    // What is no loop by its name leaves the loop around it, or itself.
    [breaks, continues] = isLoop ? outer : [outer[0] & breaks, outer[1] & continues];
    if (isLoop) {
      state.held &= left;
      meet(loops, at);
    }
    // `WITH_LOCK(x) { … }` holds it inside; what was held before is held behind. Else it may be a loop without a turn.
    const isScope = scoped !== 0 || (acquired !== 0 && behind === token.openBrace);
    if (isScope) state.held = (state.held & left & ~acquired) | (entered & acquired);
    else state.held &= before & left;
    return end;
  };
  const branch = (at: number, to: number): number => {
    const open = at + 1;
    const close = kind[open] === token.open ? (match[open] ?? 0) : 0;
    if (close === 0) return expressionStatement(open, to);
    const { whenTrue, whenFalse } = conditions.condition(open + 1, close);
    state.held = whenTrue;
    const end = statement(close + 1, to);
    if (name[end] !== word.else || end >= to) {
      state.held &= whenFalse;
      return end;
    }
    const after = state.held;
    state.held = whenFalse;
    const last = statement(end + 1, to);
    state.held &= after;
    return last;
  };
  const inLoop = (at: number, body: () => number): { readonly end: number; readonly out: number } => {
    const outer = [breaks, continues, guardedOutside] as const;
    [breaks, continues, guardedOutside] = [NOWHERE, NOWHERE, guarded];
    const end = body();
    state.held &= continues;
    meet(loops, at);
    const out = breaks;
    [breaks, continues, guardedOutside] = outer;
    return { end, out };
  };
  const loop = (at: number, to: number): number => {
    const open = at + 1;
    const close = kind[open] === token.open ? (match[open] ?? 0) : 0;
    if (close === 0) return at + 1;
    const isFor = name[at] === word.for;
    const first = isFor ? endOfStatement(open + 1, close) : open;
    const second = isFor ? endOfStatement(first + 1, close) : close;
    if (isFor) conditions.expression(open + 1, first);
    state.held &= loops.get(at) ?? NOWHERE;
    const isEndless = isFor ? first + 1 >= second : open + 2 === close && kind[open + 1] === token.number;
    const { whenTrue, whenFalse } = conditions.condition(first + 1, second);
    state.held = whenTrue;
    const { end, out } = inLoop(at, () => {
      const behind = statement(close + 1, to);
      if (isFor) conditions.expression(second + 1, close);
      return behind;
    });
    state.held = out & (isEndless ? NOWHERE : whenFalse);
    return end;
  };
  const doLoop = (at: number, to: number): number => {
    state.held &= loops.get(at) ?? NOWHERE;
    let exit = NOWHERE;
    const { end, out } = inLoop(at, () => {
      const behind = statement(at + 1, to);
      state.held &= continues;
      const close = name[behind] === word.while ? (match[behind + 1] ?? 0) : 0;
      if (close === 0) {
        exit = state.held;
        return behind;
      }
      const isOnce = close === behind + 3 && isZero(state.tokens, behind + 2);
      const { whenTrue, whenFalse } = conditions.condition(behind + 2, close);
      exit = whenFalse;
      // `while (0)` turns no second time.
      state.held = isOnce ? NOWHERE : whenTrue;
      return close + 2;
    });
    state.held = exit & out;
    return end;
  };
  const choice = (at: number, to: number): number => {
    const close = kind[at + 1] === token.open ? (match[at + 1] ?? 0) : 0;
    if (close === 0) return at + 1;
    conditions.expression(at + 2, close);
    const outer = [breaks, cases, hasDefault, guardedOutside] as const;
    [breaks, cases, hasDefault, guardedOutside] = [NOWHERE, state.held, false, guarded];
    const around = state.held;
    state.held = NOWHERE;
    const end = statement(close + 1, to);
    state.held &= breaks & (hasDefault ? NOWHERE : around);
    [breaks, cases, hasDefault, guardedOutside] = outer;
    return end;
  };
  const expressionStatement = (at: number, to: number): number => {
    const end = endOfStatement(at, to);
    conditions.expression(at, end);
    const { acquires, releases } = guardIn(state, at, end);
    if (state.held !== NOWHERE) state.held |= acquires;
    guarded |= releases;
    return end + 1;
  };
  /** The semicolon that ends what begins here, or the end. */
  const endOfStatement = (from: number, to: number): number => {
    let at = from;
    while (at < to && kind[at] !== token.semicolon) {
      const here = kind[at];
      const isBracket = here === token.open || here === token.openIndex || here === token.openBrace;
      at = isBracket && (match[at] ?? 0) > at ? (match[at] ?? 0) + 1 : at + 1;
    }
    return Math.min(at, to);
  };
  const behindColon = (from: number, to: number): number => {
    let at = from;
    while (at < to && kind[at] !== token.colon && kind[at] !== token.semicolon) at++;
    return at + 1;
  };
  const walk = (body: Body): 'done' | 'too-deep' => {
    scope(body.from, body.to);
    return isTooDeep || conditions.isTooDeep() ? 'too-deep' : 'done';
  };
  return Object.assign(walk, { isSettled: () => isSettled, left: () => returns });
}
