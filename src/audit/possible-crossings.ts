import { type CallGraph, edgeKind } from '../calls/graph.ts';
import { type KnownParameters, makeSwitchReader, type SwitchReader } from '../guards/switched-off-calls.ts';
import { type Crossing, type CrossingInput, type Crossings, findCrossings } from './find-crossings.ts';
import { lockWordsOf } from './lock-words.ts';
import { shareFanOutCosts } from './search.ts';
import { type SplitGraph, splitNodes, type Variant } from './split-nodes.ts';
import type { TreeSource } from './tree-source.ts';

/** Ways are looked for again, so many times at most, without the calls that were found to be switched off. */
const ROUNDS = 12;

/** So many bytes are read for it in all: where thousands of calls are forbidden, the last may be told for nothing. */
const MOST_READ = 64_000_000;

/** What is known of a variant beside its calls. */
type KnownVariant = Variant & { readonly known: KnownParameters };

type Split = SplitGraph<KnownVariant>;

/**
 * The crossings but for ways that a constant argument closes: `f(x, false)` does not lead through what `f` calls where its
 * second parameter is true. A farther way is told in their place. It is told too where the sources do not decide.
 */
export function possibleCrossings(input: CrossingInput, source: TreeSource): Crossings {
  const read = makeReader(input.graph, source);
  const made = new Map<string, KnownVariant>();
  const asked = new Map<string, KnownVariant | null>();
  let split = splitNodes<KnownVariant>(input.graph, []);
  let all = findCrossings(input);
  for (let round = 0; round < ROUNDS; round++) {
    const closing = all.near.flatMap(({ way }) => closedOn(way) ?? []);
    if (closing.length === 0) break;
    for (const { edge, variant } of closing) {
      const key = `${variant.node} ${[...variant.known].join()}`;
      const same = made.get(key) ?? { ...variant, entries: new Set() };
      made.set(key, same);
      same.entries.add(edge);
    }
    split = splitNodes(input.graph, [...made.values()]);
    all = findCrossings(inputOf(input, split));
  }
  return made.size === 0 ? all : asBefore(all, split);

  /** The first edge from which on arguments are known that switch a call of the way off; the next round sees the others. */
  function closedOn(way: readonly number[]): Entry | null {
    const { edges } = split.graph;
    let [first, known]: [Entry | null, KnownParameters] = [null, nothing];
    for (const [at, edge] of way.slice(0, -1).entries()) {
      const own = split.variantOf(edges.to[edge] ?? 0);
      const variant = own ?? variantAt(edge, known);
      if (own !== null || variant === null) first = null;
      else first ??= { edge, variant };
      known = variant?.known ?? nothing;
      const next = way[at + 1] ?? 0;
      const isOff = edges.kind[next] === edgeKind.call && variant?.off.has(edges.start[next] ?? -1);
      if (first !== null && isOff) return first;
    }
    return null;
  }

  /** The function that an edge leads to as this call knows it, where the caller's parameters are so; null: it knows none. */
  function variantAt(edge: number, ofCaller: KnownParameters): KnownVariant | null {
    const key = `${edge} ${[...ofCaller].join()}`;
    let variant = asked.get(key);
    if (variant === undefined) {
      variant = readVariant(edge, ofCaller, split, read);
      asked.set(key, variant);
    }
    return variant;
  }
}

/** A call, and what it knows of the function that it calls. */
type Entry = { readonly edge: number; readonly variant: KnownVariant };

function readVariant(edge: number, ofCaller: KnownParameters, split: Split, read: Reader): KnownVariant | null {
  const { nodes, edges } = split.graph;
  const [from, to] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
  const isCall = edges.kind[edge] === edgeKind.call && nodes.kind(from) === 'function' && nodes.kind(to) === 'function';
  if (!isCall || nodes.file(from) !== edges.file[edge] || nodes.file(to) < 0) return null;
  const caller = { name: nodes.name(from), line: nodes.line(from), known: ofCaller };
  const start = edges.start[edge] ?? 0;
  const known = read(nodes.file(from), nothing, (reader, bytes) => reader.constantsOf(bytes, start, caller));
  if (known.size === 0) return null;
  const called = { name: nodes.name(to), line: nodes.line(to) };
  const off = read(nodes.file(to), none, (reader, bytes) => reader.callsOff(bytes, called, known));
  return { node: split.nodeBefore(to), entries: new Set(), off, known };
}

const nothing: KnownParameters = new Map();
const none: ReadonlySet<number> = new Set();

/** Asks something of the bytes of a file; what is given with it is the answer where it cannot be read. */
type Reader = <T>(file: number, otherwise: T, ask: (reader: SwitchReader, bytes: Uint8Array) => T) => T;

function makeReader(graph: CallGraph, { names, read }: TreeSource): Reader {
  let reader: SwitchReader | null = null;
  const isMacro = (name: number): boolean =>
    graph.nodes.named(names.wordOf(name)).some((node) => graph.nodes.kind(node) === 'macro');
  const files = new Map<number, Uint8Array>();
  let [left, last] = [MOST_READ, -1];
  return (file, otherwise, ask) => {
    const own = reader ?? makeSwitchReader(names, lockWordsOf([], [], names, graph), isMacro);
    reader = own;
    if (left <= 0) return otherwise;
    if (!files.has(file)) read([graph.files[file] ?? ''], (_, bytes) => files.set(file, bytes.slice()));
    const bytes = files.get(file);
    if (bytes === undefined) return otherwise;
    if (file !== last) left -= bytes.length;
    last = file;
    return ask(own, bytes);
  };
}

/** Variants are closed as their functions are, and where a lock is held does not depend on them. */
function inputOf(input: CrossingInput, { graph, nodeBefore, edgeBefore }: Split): CrossingInput {
  shareFanOutCosts(input.graph, graph);
  const held = new Int32Array(graph.edges.count);
  held.set(input.held);
  for (let edge = input.held.length; edge < held.length; edge++) held[edge] = input.held[edgeBefore(edge)] ?? 0;
  const added = Array.from(
    { length: graph.nodes.count - input.graph.nodes.count },
    (_, at) => input.graph.nodes.count + at,
  );
  const withVariants = (nodes: ReadonlySet<number>): ReadonlySet<number> =>
    new Set([...nodes, ...added.filter((node) => nodes.has(nodeBefore(node)))]);
  const closed = new Map([...(input.closed ?? [])].map(([callee, nodes]) => [callee, withVariants(nodes)]));
  return { ...input, graph, held, dispatch: withVariants(input.dispatch), closed };
}

/** In the numbers of the graph that was split; a call that several variants make is told once. */
function asBefore({ near, far }: Crossings, { graph, nodeBefore, edgeBefore }: Split): Crossings {
  const told = new Set<string>();
  const once = (all: readonly Crossing[]): readonly Crossing[] =>
    all.flatMap((crossing) => {
      const last = crossing.way.at(-1) ?? 0;
      const key = `${nodeBefore(graph.edges.from[last] ?? 0)} ${graph.edges.to[last] ?? 0}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ ...crossing, root: nodeBefore(crossing.root), way: crossing.way.map(edgeBefore) }];
    });
  return { near: once(near), far: once(far) };
}
