import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import type { FilesNaming, Tree } from '../text/tree.ts';
import { definitionFiles } from './definition-files.ts';
import { guardName } from './guard-names.ts';
import { type IncludeGraph, includeGraph } from './include-graph.ts';
import { evidentDirs, includeDirsFrom, type Mentions, mentionsOf } from './spellings.ts';

/** What a plan knows of the tree around the header, from one search of its files. */
export type TreeFacts = {
  /** C file -> which of the guards, the header's own included, stand in it. */
  readonly naming: FilesNaming;
  /** File in which definitions are looked for -> which of the manifest's prototypes stand in it. */
  readonly definitionNaming: FilesNaming;
  readonly mentions: Mentions;
  readonly includeDirs: readonly string[];
  /** Those of them by which an include line may be written: the manifest's, or what the tree shows. */
  readonly evidentDirs: readonly string[];
  readonly graph: IncludeGraph;
  /** Part file -> its guard macro. */
  readonly guards: ReadonlyMap<string, string>;
};

export function treeFacts(tree: Tree, header: Header, manifest: Manifest): TreeFacts {
  const { path } = header.source;
  const base = path.slice(path.lastIndexOf('/') + 1);
  const files = new Set(manifest.parts.map((part) => part.file));
  const guards = new Map([...files].map((file) => [file, guardName(header, file, manifest.parts)]));
  const own = header.guard.kind === 'macro' ? [header.guard.name] : [];
  // One search: reading every file of the tree is what a run spends most of its time on.
  const [namingBase = NOTHING, naming = NOTHING, definitionNaming = NOTHING] = tree.search([
    { words: [base], within: () => true },
    { words: [...new Set([...own, ...guards.values()])], within: isC },
    { words: [...manifest.prototypes.keys()], within: definitionFiles(manifest.definitions) },
  ]);
  const mentions = mentionsOf(tree, path, namingBase.keys());
  const includeDirs = manifest.includeDirs ?? includeDirsFrom(path, mentions);
  const evident = manifest.includeDirs ?? evidentDirs(path, mentions);
  return {
    naming,
    definitionNaming,
    mentions,
    includeDirs,
    evidentDirs: evident,
    graph: includeGraph(tree, includeDirs),
    guards,
  };
}

const NOTHING: FilesNaming = new Map();

/** A guard's name in any other file is talk. */
function isC(path: string): boolean {
  return /\.(?:[ch]|cc|cpp|cxx|hh|hpp|inc|in)$/.test(path);
}
