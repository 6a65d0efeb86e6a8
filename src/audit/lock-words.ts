import type { CallGraph } from '../calls/graph.ts';
import type { LockWords } from '../guards/lock-words.ts';
import type { Names } from '../scan/names.ts';
import { cleanupWords } from '../scan/scan-state.ts';
import type { Lock } from './locks.ts';
import { type AssertedPart, isAssertionName } from './predicates.ts';

/** Macros in one another beyond this are not followed. */
const DEEPEST = 4;

/** Calls that never return, in C itself. */
const FINAL = ['abort', 'exit', '_exit', '_Exit', 'quick_exit', '__builtin_unreachable', '__builtin_trap'];

const CONSTANTS: readonly (readonly [word: string, value: boolean])[] = [
  ['false', false],
  ['FALSE', false],
  ['NULL', false],
  ['true', true],
  ['TRUE', true],
];

/** What the sources say beside the words that the user wrote. */
export type Learnt = {
  /** Names of macros with a `cleanup`. */
  readonly guards: ReadonlySet<number>;
  /** Functions that take or give up locks for their callers. */
  readonly effects: ReadonlyMap<string, { readonly acquires: number; readonly releases: number }>;
};

/** The locks as the guards read them. A macro that acquires, releases or asks does what it calls. */
export function lockWordsOf(
  locks: readonly Lock[],
  asserted: readonly AssertedPart[],
  names: Names,
  graph: CallGraph,
  { guards, effects }: Learnt = { guards: new Set(), effects: new Map() },
): LockWords {
  const [acquire, release, holds, asserts, scopes] = [makeBits(), makeBits(), makeBits(), makeBits(), makeBits()];
  const tries = new Map<number, { readonly locks: number; readonly when: 'true' | 'zero' }>();
  for (const [index, lock] of locks.entries()) {
    for (const name of lock.acquire) {
      if (!isTry(name)) acquire.add(name, 1 << index);
      else addTry(names.numberOf(name), 1 << index, returnsZero(name) ? 'zero' : 'true');
    }
    for (const name of lock.acquireIfZero) addTry(names.numberOf(name), 1 << index, 'zero');
    for (const name of lock.release) release.add(name, 1 << index);
    for (const name of lock.holds) holds.add(name, 1 << index);
  }
  for (const [name, { acquires, releases }] of effects) {
    acquire.add(name, acquires);
    release.add(name, releases & ~acquires);
  }
  const guarding = new Map<number, { readonly acquires: number; readonly releases: number }>();
  const tried = [...tries.keys()].map(names.wordOf);
  for (const macro of macrosReaching(graph, [...acquire.names(), ...release.names(), ...holds.names(), ...tried])) {
    const called = calledBy(graph, macro);
    const own = called.map((one) => tries.get(names.numberOf(one))).find((one) => one !== undefined);
    if (own !== undefined) addTry(names.numberOf(graph.nodes.name(macro)), own.locks, own.when);
    const [acquired, released] = [acquire.of(called), release.of(called)];
    const name = graph.nodes.name(macro);
    const isGuard = guards.has(names.numberOf(name)) && released !== 0;
    if (isGuard) guarding.set(names.numberOf(name), { acquires: acquired, releases: released });
    if (isGuard) scopes.add(name, acquired & released);
    else if ((acquired & released) === 0) {
      acquire.add(name, acquired);
      release.add(name, released);
    } else if (!acquire.has(name)) scopes.add(name, acquired & released);
    (called.some(isAssertionName) ? asserts : holds).add(name, holds.of(called));
  }
  const asserting = new Set(asserted.filter((one) => one.predicates.length > 0).flatMap((one) => one.asserting));
  return {
    acquire: acquire.byNumber(names),
    release: release.byNumber(names),
    holds: holds.byNumber(names),
    asserts: asserts.byNumber(names),
    tries,
    scopes: scopes.byNumber(names),
    guards: new Map([...[...guards].map((name) => [name, NOTHING] as const), ...guarding]),
    cleanups: cleanupWords(names),
    constants: new Map(CONSTANTS.map(([word, value]) => [names.numberOf(word), value])),
    isLoop: remembered(names, (word) => /each|loop|for_|while|iterate/i.test(word)),
    isAssertion: remembered(names, (word) => isAssertionName(word) || asserting.has(word)),
    isTransparent: remembered(names, (word) => /likely|expect/i.test(word)),
    isFinal: remembered(names, (word) => FINAL.includes(word)),
  };

  function addTry(name: number, bit: number, when: 'true' | 'zero'): void {
    tries.set(name, { locks: (tries.get(name)?.locks ?? 0) | bit, when });
  }
}

const NOTHING = { acquires: 0, releases: 0 };

/** `spin_trylock` acquires where it returns something, but POSIX' and C's own return 0. */
function isTry(name: string): boolean {
  return /(?:^|_)try|try_?(?:lock|acquire|enter)/i.test(name);
}

function returnsZero(name: string): boolean {
  return /^(?:pthread|mtx)_/.test(name);
}

/** Macros that lead to one of the names, those that are nearer to them first. */
function macrosReaching({ nodes, edges }: CallGraph, wanted: readonly string[]): readonly number[] {
  const found = new Set<number>();
  let near = new Set(wanted.flatMap((name) => nodes.named(name)));
  for (let depth = 0; depth < DEEPEST && near.size > 0; depth++) {
    const next = new Set<number>();
    for (let edge = 0; edge < edges.count; edge++) {
      const from = edges.from[edge] ?? 0;
      if (near.has(edges.to[edge] ?? 0) && nodes.kind(from) === 'macro' && !found.has(from)) next.add(from);
    }
    for (const macro of next) found.add(macro);
    near = next;
  }
  return [...found];
}

function calledBy({ nodes, edges, first }: CallGraph, node: number): readonly string[] {
  const called: string[] = [];
  for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++) called.push(nodes.name(edges.to[edge] ?? 0));
  return called;
}

function makeBits() {
  const bits = new Map<string, number>();
  return {
    add: (name: string, bit: number): void => {
      if (bit !== 0) bits.set(name, (bits.get(name) ?? 0) | bit);
    },
    has: (name: string) => bits.has(name),
    names: () => [...bits.keys()],
    of: (called: readonly string[]) => called.reduce((all, name) => all | (bits.get(name) ?? 0), 0),
    byNumber: (names: Names) => new Map([...bits].map(([name, bit]) => [names.numberOf(name), bit])),
  };
}

function remembered(names: Names, is: (word: string) => boolean): (name: number) => boolean {
  const known = new Map<number, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const answer = is(names.wordOf(name));
    known.set(name, answer);
    return answer;
  };
}
