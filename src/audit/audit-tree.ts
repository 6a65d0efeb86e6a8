import { type BuiltGraph, buildGraph } from '../calls/build-graph.ts';
import type { CallGraph } from '../calls/graph.ts';
import type { AuditRules } from '../manifest/audit/audit-rules.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { definitionFiles } from '../plan/definitions/searched-files.ts';
import { matchNames } from '../text/name-patterns.ts';
import { type Filtered, withoutAllowed } from './allowed.ts';
import { contentsOf } from './contents.ts';
import { type FactsIndex, keyOf, noIndex } from './facts-index.ts';
import { FARTHEST } from './find-crossings.ts';
import { type Guarded, type GuardInput, guardsOf } from './guarded-edges.ts';
import { type Labels, labelNodes } from './labels.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import { type Lock, locksOf } from './locks.ts';
import { possibleCrossings } from './possible-crossings.ts';
import { assertedParts } from './predicates.ts';
import type { ReadFiles, TreeSource } from './tree-source.ts';

export type AuditInput = {
  /** All files of the tree, in its order. */
  readonly paths: readonly string[];
  readonly read: ReadFiles;
  readonly manifests: readonly Manifest[];
  readonly rules: AuditRules;
  readonly far: number | null;
  /** What earlier runs read; none is kept where it is left out. */
  readonly index?: FactsIndex;
};

/** What is known of a tree before anything is asked. */
export type Audited = {
  readonly graph: CallGraph;
  readonly labels: Labels;
  readonly lattice: Lattice;
  readonly locks: readonly Lock[];
  readonly held: Int32Array;
  readonly crossings: Filtered;
  /** To ask more of the same tree. */
  readonly source: TreeSource;
};

/** Who calls whom across the parts of a tree, and which of it is forbidden. */
export function auditTree(input: AuditInput): Audited {
  return auditCalls(readCalls(input), input);
}

/** What is known of a tree whatever parts its functions have. */
export type KnownCalls = Pick<Audited, 'graph' | 'locks' | 'held' | 'source'> & {
  readonly asserting: ReadonlyMap<number, string>;
};

/** Reads a tree; what comes of it holds as long as the tree, and the assertions of parts, stay as they are. */
export function readCalls({ paths, read, manifests, rules, index = noIndex() }: Omit<AuditInput, 'far'>): KnownCalls {
  const { graph, key, source } = readCallGraph(paths, read, manifests, index);
  const asserted = assertedParts(manifests, source.names, graph);
  const locks = locksOf(rules.locks, asserted);
  const { held, asserting } = guards({ graph, source, locks, asserted }, keyOf(key, locks, asserted), index);
  return { graph, source, locks, held, asserting };
}

/** Who calls whom across the parts that the manifests give to the functions of a tree that was read. */
export function auditCalls(
  { graph, source, locks, held, asserting }: KnownCalls,
  { manifests, rules, far }: Pick<AuditInput, 'manifests' | 'rules' | 'far'>,
): Audited {
  const lattice = latticeOf(manifests);
  const labels = labelNodes({ graph, manifests, rules, asserting });
  const dispatch = nodesNamed(graph, rules.dispatch);
  const input = { graph, labels, lattice, locks, held, dispatch, far: far ?? FARTHEST };
  const crossings = withoutAllowed(input, rules.allow, (one) => possibleCrossings(one, source));
  return { graph, labels, lattice, locks, held, crossings, source };
}

function guards(input: GuardInput, key: string, index: FactsIndex): Guarded {
  const known = index.guards(key);
  if (known !== null) return known;
  const guarded = guardsOf(input);
  index.keepGuards(key, guarded);
  return guarded;
}

/** Who calls whom in a tree, read from its C files. The key tells what the graph was made of. */
export function readCallGraph(
  paths: readonly string[],
  read: ReadFiles,
  manifests: readonly Manifest[],
  index: FactsIndex = noIndex(),
): { readonly graph: BuiltGraph; readonly key: string; readonly source: TreeSource } {
  const sources = paths.filter(isC);
  const declared = manifests.flatMap(({ prototypes }) => [...prototypes.keys()]);
  const said = manifests.map(({ definitions, prototypes }) => [definitions, definitions && [...prototypes.keys()]]);
  const contents = contentsOf(sources, read, index);
  const key = keyOf(sources, contents.ids, declared, said);
  const { names } = index;
  const known = index.graph(key);
  if (known !== null) {
    const source = {
      names,
      read,
      get files() {
        return contents.files();
      },
    };
    return { graph: known, key, source };
  }
  const files = contents.files();
  // The ids are those of what was read: a file may have changed since it was looked at first.
  const made = keyOf(sources, contents.idsRead(), declared, said);
  const source = { files, names, read };
  const same = index.graph(made);
  if (same !== null) return { graph: same, key: made, source };
  const graph = buildGraph({ names, files, filter: filterOf(manifests), declared });
  index.keepGraph(made, graph);
  return { graph, key: made, source };
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

function nodesNamed({ nodes }: CallGraph, patterns: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (patterns.length === 0) return found;
  const match = matchNames(patterns);
  for (let node = 0; node < nodes.count; node++) if (match(nodes.name(node)).length > 0) found.add(node);
  return found;
}
