import type { Manifest } from '../manifest/manifest.ts';
import type { Header } from '../model/header.ts';
import { baseName } from '../text/file-path.ts';
import { anyFile, type FilesNaming, type Tree } from '../text/tree.ts';
import { definitionFiles } from './definitions/searched-files.ts';
import { guardName } from './guard-names.ts';
import { evidentDirs, includeDirsFrom, type Mentions, mentionsOf } from './includes/header-mentions.ts';
import { type IncludeGraph, includeGraph } from './includes/include-graph.ts';
import { type PartFileSpeller, partFileSpeller } from './includes/spell-part-includes.ts';

/** What a plan knows of the tree around the header, from one search of its files. */
export type TreeFacts = {
  /** C file -> which of the guards, the header's own included, stand in it. */
  readonly naming: FilesNaming;
  /** File in which definitions are looked for -> which of the manifest's prototypes stand in it. */
  readonly definitionNaming: FilesNaming;
  readonly mentions: Mentions;
  readonly includeDirs: readonly string[];
  /** How one file of the split includes another. */
  readonly spell: PartFileSpeller;
  readonly graph: IncludeGraph;
  /** Part file -> its guard macro. */
  readonly guards: ReadonlyMap<string, string>;
};

export function treeFacts(tree: Tree, header: Header, manifest: Manifest): TreeFacts {
  const [facts] = factsForEach(tree, header, [manifest]);
  if (!facts) throw new Error('one manifest has facts');
  return facts;
}

/** The facts for several manifests of one header, from one search. Each may know of names that only another asks for. */
export function factsForEach(tree: Tree, header: Header, manifests: readonly Manifest[]): readonly TreeFacts[] {
  const { path } = header.source;
  const base = baseName(path);
  const guards = manifests.map(
    ({ parts }) =>
      new Map([...new Set(parts.map(({ file }) => file))].map((file) => [file, guardName(header, file, parts)])),
  );
  const own = header.guard.kind === 'macro' ? [header.guard.name] : [];
  // One search: reading every file of the tree is what a run spends most of its time on.
  const [namingBase = NOTHING, naming = NOTHING, definitionNaming = NOTHING] = tree.search([
    { words: [base], within: anyFile, readsFound: true },
    { words: [...new Set([...own, ...guards.flatMap((one) => [...one.values()])])], within: isC },
    {
      words: [...new Set(manifests.flatMap(({ prototypes }) => [...prototypes.keys()]))],
      within: filesOfEach(manifests),
      readsFound: manifests.some(asserts),
    },
  ]);
  const mentions = mentionsOf(tree, path, namingBase.keys());
  return manifests.map((manifest, at) => {
    const includeDirs = manifest.includeDirs ?? includeDirsFrom(tree, path, mentions);
    const graph = includeGraph(tree, includeDirs);
    const written = manifest.includeDirs ?? evidentDirs(path, mentions);
    return {
      naming,
      definitionNaming,
      mentions,
      includeDirs,
      spell: partFileSpeller(header, graph, written, mentions),
      graph,
      guards: guards[at] ?? new Map<string, string>(),
    };
  });
}

function filesOfEach(manifests: readonly Manifest[]): (file: string) => boolean {
  const [first, ...others] = new Set(manifests.map(({ definitions }) => definitionFiles(definitions)));
  if (!first || others.length === 0) return first ?? (() => false);
  return (file) => first(file) || others.some((isIn) => isIn(file));
}

/** Whether definitions are looked for: to be asserted, or to lose an assertion. */
export function asserts({ parts }: Manifest): boolean {
  return parts.some(({ assert }) => assert !== null);
}

const NOTHING: FilesNaming = new Map();

/** A guard's name in any other file is talk. */
export function isC(path: string): boolean {
  return /\.(?:[ch]|cc|cpp|cxx|hh|hpp|inc|in)$/.test(path);
}
