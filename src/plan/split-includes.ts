import type { Manifest } from '../manifest/manifest.ts';
import type { Tree } from '../text/tree.ts';
import type { IncludeGraph, IncludeSpelling } from './include-graph.ts';
import { scanIncludes } from './scan-includes.ts';
import type { StandingFunction } from './split-headers.ts';
import { type SureIncludes, sureIncludes } from './sure-includes.ts';

/** What a tree's files surely include once its header, whole as `header`, is split: all that it includes but what is dropped. */
export function sureOfWhole(
  tree: Tree,
  graph: IncludeGraph,
  manifest: Manifest,
  header: string,
  instead: ReadonlyMap<string, readonly IncludeSpelling[]> = new Map(),
): SureIncludes {
  const kept = scanIncludes(header).sure.filter(({ path }) => manifest.includes.get(path)?.value !== 'drop');
  return sureIncludes(tree, graph, new Map([...instead, [manifest.header.value, kept]]));
}

/**
 * The same of a tree that is split, where an include of a part file counts only if it can not be there for the
 * assertions of inline functions: what those need goes when the manifest asks for it no more.
 */
export function sureOfSplit(
  tree: Tree,
  graph: IncludeGraph,
  manifests: readonly Manifest[],
  standing: readonly StandingFunction[],
  origin: { readonly header: string } | null,
): SureIncludes {
  const asked = new Set(manifests.flatMap(({ parts }) => parts.flatMap((part) => part.assertInclude ?? [])));
  const inline = new Set(standing.filter(isDefined).map(({ header }) => header.source.path));
  const instead = new Map(
    [...inline].map((file): [string, readonly IncludeSpelling[]] => [
      file,
      scanIncludes(tree.read(file) ?? '').sure.filter(({ path }) => !asked.has(path)),
    ]),
  );
  const now = manifests.at(-1);
  return origin === null || now === undefined
    ? sureIncludes(tree, graph, instead)
    : sureOfWhole(tree, graph, now, origin.header, instead);
}

function isDefined({ item }: StandingFunction): boolean {
  return item.content.kind === 'declaration' && item.content.declaration.body !== null;
}
