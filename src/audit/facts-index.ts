import { createHash } from 'node:crypto';
import type { BuiltGraph } from '../calls/build-graph.ts';
import type { Names } from '../scan/names.ts';
import { namesOfC } from '../scan/words.ts';
import type { Guarded } from './guarded-edges.ts';
import type { FileFacts, Learnt } from './learnt.ts';
import { type StoredIndex, storedFacts, storedGraph, storedGuards, storedNames } from './stored-index.ts';

/**
 * What earlier runs read in the files of a tree, by what the files hold, and what this one adds. It gives back nothing that
 * this run would not have read itself.
 */
export type FactsIndex = {
  /** The words of all facts. */
  readonly names: Names;
  /** The id of what a file holds, where facts of that are here and it is known without reading the file. */
  readonly known: (path: string) => string | null;
  readonly idOf: (bytes: Uint8Array) => string;
  readonly factsOf: (id: string) => Int32Array | null;
  readonly keep: (id: string, size: number, facts: Int32Array) => void;
  /** A graph that was made of the same; null: none was. */
  readonly graph: (key: string) => BuiltGraph | null;
  readonly keepGraph: (key: string, graph: BuiltGraph) => void;
  readonly guards: (key: string) => Guarded | null;
  readonly keepGuards: (key: string, guarded: Guarded) => void;
  /** What is to be written; null where all of it was. */
  readonly learnt: () => Learnt | null;
};

/** How ids are found, by `io`. */
export type Contents = {
  readonly known: (path: string) => { readonly id: string; readonly size: number } | null;
  readonly of: (bytes: Uint8Array) => string;
};

/** For trees whose facts are kept nowhere. */
export function noIndex(): FactsIndex {
  return {
    names: namesOfC(),
    known: () => null,
    idOf: () => '',
    factsOf: () => null,
    keep: () => {},
    graph: () => null,
    keepGraph: () => {},
    guards: () => null,
    keepGuards: () => {},
    learnt: () => null,
  };
}

/** Words of files that are gone stay in the table, up to so many times what a new one would hold. */
const MOST_STALE = 2;

export function makeIndex(contents: Contents, all: StoredIndex | null): FactsIndex {
  const isStale = all !== null && all.about.words > MOST_STALE * all.about.firstWords;
  const restored = all === null || isStale ? null : storedNames(all);
  const stored = restored === null ? null : all;
  const names = restored ?? namesOfC();
  const sizes = new Map(stored?.about.files.map(([id, size]) => [id, size]));
  let before: ReadonlyMap<string, FileFacts> | null = null;
  const loaded = (): ReadonlyMap<string, FileFacts> => {
    before ??= stored === null ? new Map() : storedFacts(stored);
    return before;
  };
  const used = new Map<string, FileFacts>();
  let isChanged = false;
  let graph: Learnt['graph'] = null;
  let guards: Learnt['guards'] = null;
  return {
    names,
    known: (path) => {
      if (sizes.size === 0) return null;
      const found = contents.known(path);
      // A file that git changes on its way to the disk has another size than what there are facts of.
      return found !== null && sizes.get(found.id) === found.size ? found.id : null;
    },
    idOf: contents.of,
    factsOf: (id) => {
      const known = used.get(id) ?? loaded().get(id);
      if (known !== undefined) used.set(id, known);
      return known?.facts ?? null;
    },
    keep: (id, size, facts) => {
      used.set(id, { size, facts });
      isChanged = true;
    },
    graph: (key) => {
      const found = stored === null ? null : storedGraph(stored, key, names);
      if (found !== null) graph = { key, graph: found };
      return found;
    },
    keepGraph: (key, made) => {
      graph = { key, graph: made };
      isChanged = true;
    },
    guards: (key) => {
      const found = stored === null || graph === null ? null : storedGuards(stored, key, graph.graph);
      if (found !== null) guards = { key, guarded: found };
      return found;
    },
    keepGuards: (key, guarded) => {
      guards = { key, guarded };
      isChanged = true;
    },
    learnt: () => {
      if (!isChanged) return null;
      const facts = used.size > 0 ? used : loaded();
      return { names, firstWords: stored?.about.firstWords ?? names.count(), facts, graph, guards };
    },
  };
}

/** A key of values that decide a result. */
export function keyOf(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
