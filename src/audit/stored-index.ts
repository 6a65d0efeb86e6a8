import type { BuiltGraph } from '../calls/build-graph.ts';
import type { Unresolved } from '../calls/graph.ts';
import { makeNodeTable } from '../calls/node-table.ts';
import { makeNames, type Names } from '../scan/names.ts';
import type { Guarded } from './guarded-edges.ts';
import type { FileFacts, Learnt } from './learnt.ts';

/** An index as it was written: JSON, and sections of bytes. null: a section is damaged. */
export type StoredIndex = { readonly about: AboutIndex; readonly read: (name: string) => Uint8Array | null };

export type AboutIndex = {
  readonly words: number;
  readonly firstWords: number;
  /** Of each file the bytes that it has, and the numbers that its facts are; they stand in this order. */
  readonly files: readonly (readonly [id: string, size: number, length: number])[];
  readonly graph: AboutGraph | null;
  readonly guards: {
    readonly key: string;
    readonly asserting: readonly (readonly [node: number, part: string])[];
  } | null;
};

type AboutGraph = {
  readonly key: string;
  readonly files: readonly string[];
  readonly made: readonly (readonly [node: number, name: string])[];
  readonly unresolved: Unresolved;
};

const NODES = ['word', 'kind', 'file', 'line', 'owner', 'index'].map((name) => `node-${name}`);
const EDGES = ['from', 'to', 'file', 'line', 'start'] as const;

export function aboutIndex({ names, firstWords, facts, graph, guards }: Learnt): AboutIndex {
  return {
    words: names.count(),
    firstWords,
    files: [...facts].map(([id, one]) => [id, one.size, one.facts.length]),
    graph: graph && {
      key: graph.key,
      files: graph.graph.files,
      made: graph.graph.nodes.columns().made,
      unresolved: graph.graph.unresolved,
    },
    guards: guards && { key: guards.key, asserting: [...guards.guarded.asserting] },
  };
}

export type SectionPieces = { readonly name: string; readonly pieces: Iterable<Uint8Array> };

export function* sectionsOf({ names, facts, graph, guards }: Learnt): Iterable<SectionPieces> {
  const { bytes, starts, hashes, slots } = names.columns();
  yield { name: 'words', pieces: [bytes] };
  yield* numberSections([
    ['word-starts', starts],
    ['word-hashes', hashes],
    ['word-slots', slots],
  ]);
  yield { name: 'facts', pieces: [...facts.values()].map((one) => bytesOf(one.facts)) };
  if (graph === null) return;
  const { nodes, first, edges } = graph.graph;
  yield* numberSections(nodes.columns().numbers.map((column, at) => [NODES[at] ?? '', column]));
  yield* numberSections([['edge-first', first], ...EDGES.map((name): Column => [`edge-${name}`, edges[name]])]);
  yield { name: 'edge-kind', pieces: [edges.kind] };
  if (guards === null) return;
  const held: number[] = [];
  for (const [edge, locks] of guards.guarded.held.entries()) if (locks !== 0) held.push(edge, locks);
  yield* numberSections([['held', Int32Array.from(held)]]);
}

type Column = readonly [name: string, numbers: Int32Array];

function numberSections(columns: readonly Column[]): readonly SectionPieces[] {
  return columns.map(([name, numbers]) => ({ name, pieces: [bytesOf(numbers)] }));
}

/** null where they are damaged. */
export function storedNames({ about, read }: StoredIndex): Names | null {
  const [bytes, starts, hashes, slots] = [
    read('words'),
    numbers(read('word-starts')),
    numbers(read('word-hashes')),
    numbers(read('word-slots')),
  ];
  if (bytes === null || starts === null || hashes === null || slots === null) return null;
  // A search in the slots ends at an empty one.
  const isSearchable = (slots.length & (slots.length - 1)) === 0 && slots.includes(0);
  if (!isSearchable || starts.length !== hashes.length || about.words >= starts.length) return null;
  return makeNames({ count: about.words, bytes, starts, hashes, slots });
}

/** By id; none where they are damaged. */
export function storedFacts({ about, read }: StoredIndex): ReadonlyMap<string, FileFacts> {
  const all = numbers(read('facts'));
  const facts = new Map<string, FileFacts>();
  let at = 0;
  for (const [id, size, length] of all === null ? [] : about.files) {
    facts.set(id, { size, facts: (all ?? new Int32Array(0)).subarray(at, at + length) });
    at += length;
  }
  return facts;
}

/** null where there is none of that key, or it is damaged. */
export function storedGraph({ about, read }: StoredIndex, key: string, names: Names): BuiltGraph | null {
  const { graph } = about;
  if (graph === null || graph.key !== key) return null;
  const columns = NODES.map((name) => numbers(read(name))).filter((column) => column !== null);
  const rows = EDGES.map((name) => numbers(read(`edge-${name}`)));
  const [from, to, file, line, start] = rows;
  const [first, kind] = [numbers(read('edge-first')), read('edge-kind')];
  if (columns.length < NODES.length || !from || !to || !file || !line || !start || !first || !kind) return null;
  return {
    nodes: makeNodeTable(names, { numbers: columns, made: graph.made }),
    first,
    edges: { count: from.length, from, to, kind, file, line, start },
    files: graph.files,
    unresolved: graph.unresolved,
  };
}

export function storedGuards({ about, read }: StoredIndex, key: string, { edges }: BuiltGraph): Guarded | null {
  const { guards } = about;
  const pairs = guards === null || guards.key !== key ? null : numbers(read('held'));
  if (guards === null || pairs === null) return null;
  const held = new Int32Array(edges.count);
  for (let at = 0; at < pairs.length; at += 2) held[pairs[at] ?? 0] = pairs[at + 1] ?? 0;
  return { held, asserting: new Map(guards.asserting) };
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function numbers(bytes: Uint8Array | null): Int32Array | null {
  return bytes === null ? null : new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}
