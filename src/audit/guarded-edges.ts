import { type CallGraph, edgeKind } from '../calls/graph.ts';
import type { LockWords } from '../guards/lock-words.ts';
import { makeGuardReader } from '../guards/read-guards.ts';
import { fact, flag } from '../scan/facts.ts';
import { recordLength } from '../scan/record-length.ts';
import { lockWordsOf } from './lock-words.ts';
import type { Lock } from './locks.ts';
import type { AssertedPart } from './predicates.ts';
import type { ScannedFile, TreeSource } from './tree-source.ts';

export type GuardInput = {
  readonly graph: CallGraph;
  readonly source: TreeSource;
  readonly locks: readonly Lock[];
  readonly asserted: readonly AssertedPart[];
};

export type Guarded = {
  /** By edge, the locks that are held at the call, one bit each. */
  readonly held: Int32Array;
  /** Function nodes, and the part whose assertion they begin with. */
  readonly asserting: ReadonlyMap<number, string>;
};

/** Functions that take a lock for their callers are looked for through so many others. */
const ROUNDS = 3;

/**
 * The locks that are held at each edge, and the functions that begin with a part's assertion. A function that leaves with
 * a lock held that it did not find held takes it as the lock's own function does.
 */
export function guardsOf(input: GuardInput): Guarded {
  const { locks, asserted, source, graph } = input;
  const guards = locks.length === 0 ? new Set<number>() : guardMacros(source.files);
  const learnt = (effects: KnownEffects) => lockWordsOf(locks, asserted, source.names, graph, { guards, effects });
  const written = learnt(new Map());
  let known: KnownEffects = new Map();
  for (let round = 1; ; round++) {
    const { effects, ...guarded } = guardsBy(input, known.size === 0 ? written : learnt(known));
    const now = effectsByName(effects, written, input);
    if (round >= ROUNDS || areSame(known, now)) return guarded;
    known = now;
  }
}

type Effect = { readonly acquires: number; readonly releases: number };
type Effects = ReadonlyMap<number, readonly Effect[]>;

type KnownEffects = ReadonlyMap<string, Effect>;

/** The functions whose every definition does the same, but for those that the user wrote. */
function effectsByName(effects: Effects, written: LockWords, { graph, source }: GuardInput): KnownEffects {
  const known = new Map<string, Effect>();
  for (const [number, all] of effects) {
    if (written.acquire.has(number) || written.release.has(number)) continue;
    const name = source.names.wordOf(number);
    const definitions = graph.nodes.named(name).filter((node) => graph.nodes.kind(node) === 'function');
    const acquires = all.reduce((bits, one) => bits & one.acquires, -1);
    const releases = all.reduce((bits, one) => bits & one.releases, -1);
    if (definitions.length === all.length && (acquires | releases) !== 0) known.set(name, { acquires, releases });
  }
  return known;
}

function areSame(a: KnownEffects, b: KnownEffects): boolean {
  const isIn = ([name, { acquires, releases }]: readonly [string, Effect]): boolean =>
    b.get(name)?.acquires === acquires && b.get(name)?.releases === releases;
  return a.size === b.size && [...a].every(isIn);
}

/** The names of macros that declare a variable with a `cleanup`, or are that attribute. */
function guardMacros(files: readonly ScannedFile[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { facts } of files) {
    for (let at = 0; at < facts.length; at += recordLength(facts, at) || facts.length) {
      if (facts[at] === fact.macro && ((facts[at + 1] ?? 0) & flag.guard) !== 0) found.add(facts[at + 2] ?? 0);
    }
  }
  return found;
}

function guardsBy(
  { graph, source: { files, names, read }, asserted }: GuardInput,
  words: LockWords,
): Guarded & { readonly effects: Effects } {
  const wanted = new Set([
    ...[words.acquire, words.release, words.holds, words.asserts, words.tries, words.scopes, words.guards].flatMap(
      (map) => [...map.keys()],
    ),
    ...asserted.flatMap((one) => one.asserting.map(names.numberOf)),
  ]);
  const bodies = bodiesCalling(files, wanted);
  const { nodes, edges } = graph;
  const held = new Int32Array(edges.count);
  const asserting = new Map<number, string>();
  const effects = new Map<number, Effect[]>();
  if (bodies.size === 0) return { held, asserting, effects };
  const statements = asserted.map(({ statement }) => statement);
  const guards = makeGuardReader(names, words, statements);
  const heldIn = new Map<number, ReadonlyMap<number, number>>();
  const leading = new Map<string, string>();
  const numbers = new Map(files.map(({ path }, index) => [path, index]));
  const paths = [...bodies.keys()].map((file) => files[file]?.path ?? '');
  read(paths, (path, bytes) => {
    const file = numbers.get(path) ?? -1;
    const own = bodies.get(file) ?? [];
    const found = guards(
      bytes,
      own.map(({ start }) => start),
    );
    if (found.held.size > 0) heldIn.set(file, found.held);
    for (const { start, name, line } of own) {
      const effect = found.effects.get(start);
      if (effect) effects.set(name, [...(effects.get(name) ?? []), effect]);
      const parts = new Set((found.leading.get(start) ?? []).map((index) => asserted[index]?.part ?? ''));
      const [part] = parts;
      // One statement of several parts says of none that it is the function's.
      if (part !== undefined && parts.size === 1) leading.set(`${file}:${line}:${names.wordOf(name)}`, part);
    }
  });
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.kind[edge] !== edgeKind.call) continue;
    const locksHere = heldIn.get(edges.file[edge] ?? 0)?.get(edges.start[edge] ?? 0) ?? 0;
    if (locksHere !== 0 && nodes.kind(edges.from[edge] ?? 0) === 'function') held[edge] = locksHere;
  }
  for (let node = 0; node < nodes.count && leading.size > 0; node++) {
    if (nodes.kind(node) !== 'function') continue;
    const part = leading.get(`${nodes.file(node)}:${nodes.line(node)}:${nodes.name(node)}`);
    if (part !== undefined) asserting.set(node, part);
  }
  return { held, asserting, effects };
}

type BodyOf = { readonly start: number; readonly name: number; readonly line: number };

/** By file, the bodies that call one of some names. */
function bodiesCalling(
  files: readonly ScannedFile[],
  names: ReadonlySet<number>,
): ReadonlyMap<number, readonly BodyOf[]> {
  const bodies = new Map<number, BodyOf[]>();
  if (names.size === 0) return bodies;
  for (const [file, { facts }] of files.entries()) {
    let around: BodyOf | null = null;
    for (let at = 0; at < facts.length; at += recordLength(facts, at) || facts.length) {
      const record = facts[at];
      if (record === fact.function) {
        around = { start: facts[at + 4] ?? 0, name: facts[at + 2] ?? 0, line: facts[at + 3] ?? 0 };
      } else if (record === fact.end || record === fact.macro) around = null;
      else if (record === fact.call && around !== null && names.has(facts[at + 1] ?? 0)) {
        const list = bodies.get(file);
        if (list === undefined) bodies.set(file, [around]);
        else list.push(around);
        around = null;
      }
    }
  }
  return bodies;
}
