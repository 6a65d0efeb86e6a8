import { buildGraph } from '../calls/build-graph.ts';
import { type CallGraph, edgeKind } from '../calls/graph.ts';
import { makeGuardReader } from '../guards/read-guards.ts';
import type { AuditRules } from '../manifest/audit/audit-rules.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { definitionFiles } from '../plan/definitions/searched-files.ts';
import { fact } from '../scan/facts.ts';
import type { Names } from '../scan/names.ts';
import { recordLength } from '../scan/record-length.ts';
import { makeScanner } from '../scan/scan-file.ts';
import { namesOfC } from '../scan/words.ts';
import { type Crossings, FARTHEST, findCrossings } from './find-crossings.ts';
import { type Labels, labelNodes } from './labels.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import { lockWordsOf } from './lock-words.ts';
import { type Lock, locksOf } from './locks.ts';
import { matchNames } from './name-patterns.ts';
import { type AssertedPart, assertedParts } from './predicates.ts';

/** The bytes of files, as `io` reads them; a file that cannot be read is left out. What `visit` gets holds until it returns. */
export type ReadFiles = (paths: readonly string[], visit: (path: string, bytes: Uint8Array) => void) => void;

export type AuditInput = {
  /** All files of the tree, in its order. */
  readonly paths: readonly string[];
  readonly read: ReadFiles;
  readonly manifests: readonly Manifest[];
  readonly rules: AuditRules;
  readonly far: number | null;
};

/** What is known of a tree before anything is asked. */
export type Audited = {
  readonly graph: CallGraph;
  readonly labels: Labels;
  readonly lattice: Lattice;
  readonly locks: readonly Lock[];
  readonly held: Int32Array;
  readonly crossings: Crossings;
};

/** Who calls whom across the parts of a tree, and which of it is forbidden. */
export function auditTree({ paths, read, manifests, rules, far }: AuditInput): Audited {
  const names = namesOfC();
  const files = scanTree(paths, read, names);
  const declared = manifests.flatMap(({ prototypes }) => [...prototypes.keys()]);
  const graph = buildGraph({ names, files, filter: filterOf(manifests), declared });
  const lattice = latticeOf(manifests);
  const asserted = assertedParts(manifests, names, graph);
  const locks = locksOf(rules.locks, asserted);
  const { held, asserting } = guardsOf({ graph, files, names, read, locks, asserted });
  const labels = labelNodes({ graph, manifests, rules, asserting });
  const dispatch = nodesNamed(graph, rules.dispatch);
  const crossings = findCrossings({ graph, labels, lattice, locks, held, dispatch, far: far ?? FARTHEST });
  return { graph, labels, lattice, locks, held, crossings };
}

type ScannedFile = { readonly path: string; readonly facts: Int32Array };

/** The facts of the C files of a tree. */
export function scanTree(paths: readonly string[], read: ReadFiles, names: Names): readonly ScannedFile[] {
  const scan = makeScanner(names);
  const files: ScannedFile[] = [];
  read(paths.filter(isC), (path, bytes) => {
    files.push({ path, facts: scan(bytes) });
  });
  return files;
}

/** Sources, headers, and what is included as one. */
function isC(path: string): boolean {
  return /\.(?:c|h|m|inc)$/.test(path);
}

/** What the `definitions` of the manifests say. */
function filterOf(manifests: readonly Manifest[]): (name: string, path: string) => boolean | null {
  const said = manifests.flatMap(({ definitions, prototypes }) =>
    definitions === null ? [] : [{ prototypes, isIn: definitionFiles(definitions) }],
  );
  return (name, path) => {
    const own = said.filter(({ prototypes }) => prototypes.has(name));
    return own.length === 0 ? null : own.some(({ isIn }) => isIn(path));
  };
}

type GuardInput = {
  readonly graph: CallGraph;
  readonly files: readonly ScannedFile[];
  readonly names: Names;
  readonly read: ReadFiles;
  readonly locks: readonly Lock[];
  readonly asserted: readonly AssertedPart[];
};

/** The locks that are held at each edge, and the functions that begin with a part's assertion. */
function guardsOf({ graph, files, names, read, locks, asserted }: GuardInput) {
  const words = lockWordsOf(locks, asserted, names, graph);
  const wanted = new Set([
    ...[words.acquire, words.release, words.holds, words.asserts].flatMap((map) => [...map.keys()]),
    ...asserted.flatMap((one) => one.asserting.map(names.numberOf)),
  ]);
  const bodies = bodiesCalling(files, wanted);
  const { nodes, edges } = graph;
  const held = new Int32Array(edges.count);
  const asserting = new Map<number, string>();
  if (bodies.size === 0) return { held, asserting };
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
  return { held, asserting };
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

function nodesNamed({ nodes }: CallGraph, patterns: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (patterns.length === 0) return found;
  const match = matchNames(patterns);
  for (let node = 0; node < nodes.count; node++) if (match(nodes.name(node)).length > 0) found.add(node);
  return found;
}
